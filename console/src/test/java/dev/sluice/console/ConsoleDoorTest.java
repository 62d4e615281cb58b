package dev.sluice.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.Visitor.Asked;
import dev.sluice.local.LocalPipeline;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in to the console of a pipeline, over real HTTP, and what everybody else is told. */
class ConsoleDoorTest {

    private static final String SESSION = "/console/api/session";
    private static final String LINKS = "/console/api/links";
    private static final String UNKNOWN = "/console/api/nothing";

    @TempDir
    private Path folder;

    private final AtomicReference<String> link = new AtomicReference<>("");
    private LocalPipeline pipeline;
    private Visitor visitor;

    @BeforeEach
    void start() {
        pipeline = LocalPipeline.start(folder, LocalPipeline.LOOPBACK, 0, Console.beside(link::set));
        visitor = new Visitor(pipeline.url());
    }

    @AfterEach
    void stop() {
        visitor.close();
        pipeline.close();
    }

    @Test
    void theFirstLinkOpensOneSession() {
        assertThat(link.get()).startsWith(pipeline.url() + "/console/#ticket=");

        var opened = visitor.ask(opening(link.get()));
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body())
                .contains("\"folder\":\"" + folder.getFileName() + "\"")
                .contains("\"startedAt\":\"")
                .doesNotContain(folder.getParent().toString());
        assertThat(header(opened, "cache-control")).isEqualTo("no-store");
        assertThat(header(opened, "set-cookie"))
                .matches("sluice_" + pipeline.url().getPort()
                        + "=[A-Za-z0-9_-]{43}; Path=/console; HttpOnly; SameSite=Strict; Max-Age=43200");

        assertRefused(visitor.ask(opening(link.get())), 403);
        assertThat(visitor.ask(signedIn(opened, "GET", SESSION)).body()).isEqualTo(opened.body());
    }

    @Test
    void theOperatorTokenOpensASessionAndNothingElseOfTheAccessFileDoes() {
        assertThat(visitor.ask(showing("key", pipeline.access().operatorToken()))
                        .statusCode())
                .isEqualTo(200);
        assertRefused(visitor.ask(showing("key", pipeline.access().apiKey())), 403);
        assertRefused(visitor.ask(showing("key", pipeline.access().secret())), 403);
        assertRefused(visitor.ask(showing("ticket", pipeline.access().operatorToken())), 403);

        var sender = visitor.bare("GET", SESSION)
                .with("x-api-key", pipeline.access().apiKey())
                .with("authorization", "Bearer " + pipeline.access().operatorToken())
                .with(
                        "cookie",
                        "sluice_" + pipeline.url().getPort() + "="
                                + pipeline.access().operatorToken());
        assertRefused(visitor.ask(sender), 401);
    }

    @Test
    void aSessionIsOpenedByOurOwnPageAlone() {
        var own = opening(link.get());

        assertRefused(visitor.ask(own.without("origin")), 403);
        assertRefused(visitor.ask(own.with("origin", "http://evil.example")), 403);
        assertRefused(visitor.ask(own.with("origin", "null")), 403);
        assertRefused(visitor.ask(own.with("origin", pipeline.url().toString().replace("http:", "https:"))), 403);
        assertRefused(visitor.ask(own.with("sec-fetch-site", "same-site")), 403);
        assertRefused(visitor.ask(own.with("sec-fetch-site", "cross-site")), 403);
        // None of these has used the ticket up; a browser that sends no such header is let in by its origin.
        assertThat(visitor.ask(own.without("sec-fetch-site")).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsShownMustBeOneThingThatReads() {
        var both = "{\"ticket\":\"a\",\"key\":\"b\"}";
        for (var body : List.of("{}", "[]", "x", "{\"ticket\":1}", both, "{\"key\":null}", "{\"ticket\":\"a\"")) {
            var answer = visitor.ask(visitor.page("POST", SESSION, body));

            assertRefused(answer, 400);
            assertThat(answer.body()).contains("\"errors\":[{\"pointer\":\"\"");
        }
    }

    @Test
    void nothingIsReadWithoutASession() {
        assertRefused(visitor.ask(visitor.bare("GET", SESSION)), 401);
        assertRefused(visitor.ask(visitor.bare("GET", UNKNOWN)), 401);
        assertRefused(visitor.ask(visitor.page("DELETE", SESSION, "")), 401);
        var opened = open();
        assertRefused(visitor.ask(signedIn(opened, "GET", UNKNOWN)), 404);
        assertRefused(visitor.ask(signedIn(opened, "GET", SESSION).with("sec-fetch-site", "same-site")), 403);
        assertThat(visitor.ask(signedIn(opened, "GET", SESSION)
                                .with("sec-fetch-site", "none")
                                .without("origin"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void actingNeedsTheTokenAndOurOwnPage() {
        var opened = open();
        var acting = signedIn(opened, "POST", UNKNOWN).with("x-console-token", token(opened));

        assertRefused(visitor.ask(acting), 404);
        assertRefused(visitor.ask(acting.without("x-console-token")), 403);
        assertRefused(visitor.ask(acting.with("x-console-token", token(opened) + "x")), 403);
        assertRefused(visitor.ask(acting.with("x-console-token", token(open()))), 403);
        assertRefused(visitor.ask(acting.without("origin")), 403);
        assertRefused(visitor.ask(acting.with("origin", "http://localhost:1")), 403);
        assertRefused(visitor.ask(acting.with("sec-fetch-site", "same-site")), 403);
        assertRefused(visitor.ask(acting.without("cookie")), 401);
    }

    @Test
    void aSessionThatIsEndedIsEnded() {
        var opened = open();
        var end = signedIn(opened, "DELETE", SESSION).with("x-console-token", token(opened));

        assertRefused(visitor.ask(end.without("x-console-token")), 403);
        var ended = visitor.ask(end);
        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(header(ended, "set-cookie")).contains("=; Path=/console; HttpOnly; SameSite=Strict; Max-Age=0");
        assertGuarded(ended);
        assertRefused(visitor.ask(signedIn(opened, "GET", SESSION)), 401);
    }

    @Test
    void theOperatorTokenGetsLinksAndNoBrowserDoes() {
        var asked = visitor.bare("POST", LINKS)
                .with("authorization", "Bearer " + pipeline.access().operatorToken());

        assertRefused(visitor.ask(asked.with("origin", pipeline.url().toString())), 403);
        assertRefused(visitor.ask(asked.with("sec-fetch-site", "none")), 403);
        assertRefused(visitor.ask(asked.with("authorization", "Bearer x")), 403);
        assertRefused(
                visitor.ask(asked.with(
                        "authorization", "Bearer " + pipeline.access().apiKey())),
                403);
        var nothingShown = visitor.ask(asked.without("authorization"));
        assertRefused(nothingShown, 401);
        assertThat(header(nothingShown, "www-authenticate")).isEqualTo("Bearer");

        var given = visitor.ask(asked);
        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(given.body()).contains("\"expiresAt\":\"");
        assertThat(visitor.ask(opening(member(given, "url"))).statusCode()).isEqualTo(200);
    }

    @Test
    void whatActsIsAskedForByItsOwnMethodAlone() {
        var opened = open();
        for (var method : List.of("GET", "HEAD", "DELETE")) {
            var answer = visitor.ask(
                    signedIn(opened, method, "/console/api/redrives").with("x-console-token", token(opened)));
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(header(answer, "allow")).isEqualTo("POST");
        }
        for (var reading : List.of(
                "pipeline",
                "vocabulary",
                "live",
                "activity",
                "transactions",
                "transaction",
                "account",
                "dead-letters",
                "dead-letter",
                "refused")) {
            assertThat(visitor.ask(signedIn(opened, "DELETE", "/console/api/" + reading)
                                    .with("x-console-token", token(opened)))
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    @Timeout(60)
    void aStreamEndsWithItsSession() throws Exception {
        var opened = open();
        var cookie = header(opened, "set-cookie");
        try (var client = HttpClient.newHttpClient()) {
            var live = client.send(
                    HttpRequest.newBuilder(pipeline.url().resolve("/console/api/live"))
                            .header("cookie", cookie.substring(0, cookie.indexOf(';')))
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(live.statusCode()).isEqualTo(200);
            assertThat(visitor.ask(signedIn(opened, "DELETE", SESSION).with("x-console-token", token(opened)))
                            .statusCode())
                    .isEqualTo(204);
            assertThat(new String(live.body().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("retry:");
        }
    }

    @Test
    void whoeverShowsWrongKeysIsToRestAndKeepsNobodyElseOut() {
        var opened = open();
        var right = "Bearer " + pipeline.access().operatorToken();
        var another = member(visitor.ask(visitor.bare("POST", LINKS).with("authorization", right)), "url");
        for (var i = 0; i < 5; i++) {
            assertRefused(visitor.ask(showing("key", "wrong")), 403);
            assertRefused(visitor.ask(visitor.bare("POST", LINKS).with("authorization", "Bearer wrong")), 403);
        }

        var late = visitor.ask(showing("key", "wrong"));
        assertRefused(late, 429);
        assertThat(Integer.parseInt(header(late, "retry-after"))).isBetween(1, 60);
        assertThat(visitor.ask(visitor.bare("POST", LINKS).with("authorization", right))
                        .statusCode())
                .isEqualTo(201);
        assertThat(visitor.ask(showing("key", pipeline.access().operatorToken()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.ask(signedIn(opened, "GET", SESSION)).statusCode()).isEqualTo(200);
        assertThat(visitor.ask(opening(another)).statusCode()).isEqualTo(200);
        // What the operator token opens beside the console is none of its business.
        assertThat(visitor.ask(visitor.bare("GET", "/transactions/x?source=default")
                                .with("authorization", right))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoeverCallsUsByAnotherNameIsRefused() {
        var port = pipeline.url().getPort();
        for (var path : List.of("/console/", "/console/assets/uplot.js", "/console/nowhere", SESSION)) {
            for (var other : List.of("evil.example", "evil.example:" + port, "127.0.0.1", "127.0.0.1:1", "0.0.0.0")) {
                assertThat(visitor.askAs(other, path)).as(other + path).startsWith("HTTP/1.1 403 ");
            }
            for (var own : List.of("127.0.0.1:", "localhost:", "[::1]:", "LOCALHOST:")) {
                assertThat(visitor.askAs(own + port, path)).as(own + path).doesNotStartWith("HTTP/1.1 403 ");
            }
        }
    }

    @Test
    void whatIsNotTakenIsToldWithWhatIs() {
        assertNotTaken("PUT", SESSION, "GET, HEAD, POST, DELETE");
        assertNotTaken("GET", LINKS, "POST");
        assertNotTaken("POST", "/console/", "GET, HEAD");
        assertNotTaken("DELETE", "/console/assets/uplot.js", "GET, HEAD");
    }

    private void assertNotTaken(String method, String path, String allowed) {
        var answer = visitor.ask(visitor.bare(method, path));

        assertRefused(answer, 405);
        assertThat(header(answer, "allow")).isEqualTo(allowed);
    }

    @Test
    void filesAreSentOnceAndThenOnlyAskedFor() {
        var file = visitor.ask(visitor.bare("GET", "/console/assets/uplot.js"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(header(file, "content-type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(file.body()).contains("uPlot");
        assertGuarded(file);

        var again = visitor.ask(
                visitor.bare("GET", "/console/assets/uplot.js").with("if-none-match", header(file, "etag")));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertGuarded(again);

        var head = visitor.ask(visitor.bare("HEAD", "/console/assets/uplot.js"));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "etag")).isEqualTo(header(file, "etag"));
        assertGuarded(head);

        assertRefused(visitor.ask(visitor.bare("GET", "/console/assets/nothing.js")), 404);
        assertRefused(visitor.ask(visitor.bare("GET", "/console/assets/..%2fConsole.class")), 404);
    }

    @Test
    void everyPageIsTheSameDocument() {
        var first = visitor.ask(visitor.bare("GET", "/console/"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "content-type")).isEqualTo("text/html; charset=utf-8");
        assertGuarded(first);
        assertThat(visitor.ask(visitor.bare("GET", "/console/find?merchant=x")).body())
                .isEqualTo(first.body());

        var sentOn = visitor.ask(visitor.bare("GET", "/console"));
        assertThat(sentOn.statusCode()).isEqualTo(308);
        assertThat(header(sentOn, "location")).isEqualTo("/console/");
        assertGuarded(sentOn);

        var unknown = visitor.ask(visitor.bare("GET", "/console/nowhere"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo(first.body());
        assertGuarded(unknown);
    }

    private HttpResponse<String> open() {
        return visitor.ask(showing("key", pipeline.access().operatorToken()));
    }

    private Asked opening(String link) {
        return showing("ticket", link.substring(link.indexOf('=') + 1));
    }

    private Asked showing(String name, String value) {
        return visitor.page("POST", SESSION, "{\"" + name + "\":\"" + value + "\"}");
    }

    private Asked signedIn(HttpResponse<String> opened, String method, String path) {
        var cookie = header(opened, "set-cookie");
        return visitor.page(method, path, "").with("cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    private static String token(HttpResponse<String> opened) {
        return member(opened, "token");
    }

    private static String member(HttpResponse<String> answer, String name) {
        var member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(member.find()).isTrue();
        return member.group(1);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status + ",").contains("\"detail\":\"");
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        assertGuarded(answer);
    }

    private static void assertGuarded(HttpResponse<String> answer) {
        assertThat(header(answer, "content-security-policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                        + "require-trusted-types-for 'script'; trusted-types 'none'");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(header(answer, "cross-origin-resource-policy")).isEqualTo("same-origin");
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
    }
}
