package dev.sluice.local;

import static dev.sluice.local.Caller.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Pipeline;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the front answers by itself, over real HTTP. */
class FrontTest {

    private static LocalPipeline pipeline;
    private static Caller caller;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        pipeline = LocalPipeline.start(folder, LocalPipeline.LOOPBACK, 0, Duration.ofSeconds(1));
        caller = new Caller(pipeline.access());
    }

    @AfterAll
    static void stop() {
        caller.close();
        pipeline.close();
    }

    @Test
    void itIsUpForEverybody() {
        assertThat(caller.call(caller.to("/health")).body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/webhook/a/b", "/transactions/", "/transactions/a/b", "/webhook/"})
    void aPathThatTheBlueprintDoesNotNameIs404(String path) {
        problem(caller.ask(path), 404);
    }

    @Test
    void aMethodThatThePathDoesNotTakeIs405WithWhatItTakes() {
        var refused = caller.ask("/webhook");
        problem(refused, 405);
        assertThat(refused.headers().firstValue("allow")).contains("POST");
        var wrong = caller.call(caller.to("/transactions/t-1").DELETE());
        problem(wrong, 405);
        assertThat(wrong.headers().firstValue("allow")).contains("GET");
        problem(caller.call(caller.to("/health").POST(BodyPublishers.ofString("x"))), 405);
    }

    @Test
    void aSenderWithoutItsKeyIs403() {
        problem(caller.send(payment("k-1", "1.00"), r -> r.setHeader("x-api-key", "wrong")), 403);
        problem(caller.call(caller.to("/webhook").POST(BodyPublishers.ofString("{}"))), 403);
    }

    @Test
    void aSenderWithAWrongSignatureIs401() {
        problem(caller.send(payment("k-1", "1.00"), r -> r.setHeader("webhook-signature", "v1,bm90IGl0")), 401);
    }

    @Test
    void anUnknownSourceLooksLikeAWrongSignature() {
        var request = caller.to("/webhook/nobody")
                .header("content-type", "application/json")
                .header("x-api-key", pipeline.access().apiKey())
                .POST(BodyPublishers.ofString("{}"));
        problem(caller.call(request), 401);
    }

    @Test
    void anOperatorWithoutATokenIs401AndWithAWrongOneIs403() {
        var without = caller.call(caller.to("/transactions/t-1"));
        problem(without, 401);
        assertThat(without.headers().firstValue("www-authenticate")).contains("Bearer");
        problem(caller.call(caller.to("/transactions/t-1").header("authorization", "Bearer wrong")), 403);
    }

    @Test
    void aSendersKeyReadsNothing() {
        problem(
                caller.call(caller.to("/transactions/t-1")
                        .header("x-api-key", pipeline.access().apiKey())
                        .header("authorization", "Bearer " + pipeline.access().apiKey())),
                403);
    }

    @Test
    void whatIsNotStoredIs404() {
        problem(caller.ask("/transactions/none"), 404);
    }

    @Test
    void brokenPercentEncodingIs400() throws IOException {
        assertThat(raw("GET /transactions/%zz HTTP/1.1\r\nHost: x\r\n" + operator() + "\r\n"))
                .contains(" 400 ");
        assertThat(raw("GET /transactions/a?b=%f HTTP/1.1\r\nHost: x\r\n" + operator() + "\r\n"))
                .contains(" 400 ");
    }

    @Test
    void aBodyOverTheLimitIs413() {
        problem(caller.send(payment("big", "1.00") + " ".repeat(128 * 1024)), 413);
        problem(caller.send(payment("big", "1.00") + " ".repeat(900 * 1024)), 413);
    }

    @Test
    void aBodyOfTheLimitIsTaken() {
        var body = payment("edge", "1.00");
        assertThat(caller.send(body + " ".repeat(128 * 1024 - body.length())).statusCode())
                .isEqualTo(202);
    }

    @Test
    void aBodyThatIsNotWholeInTimeIs408() throws IOException {
        var answer = raw("POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\nx-api-key: "
                + pipeline.access().apiKey() + "\r\n\r\n{\"half\":");
        assertThat(answer).contains(" 408 ", "application/problem+json");
    }

    @Test
    void headersThatAreNotWholeInTimeAre408() throws IOException {
        assertThat(raw("POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Le"))
                .contains(" 408 ", "application/problem+json");
    }

    @Test
    void aRequestThatIsNotHttpIs400() throws IOException {
        assertThat(raw("POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n"))
                .contains(" 400 ", "application/problem+json");
        assertThat(raw("POST /webhook HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nx-api-key: "
                        + pipeline.access().apiKey() + "\r\n\r\nzz\r\n"))
                .contains(" 400 ", "application/problem+json");
    }

    @Test
    void headersOverTheLimitAreRefusedAsAProblem() throws IOException {
        assertThat(raw("GET /health HTTP/1.1\r\nHost: x\r\nx-long: " + "a".repeat(20_000) + "\r\n\r\n"))
                .containsAnyOf(" 400 ", " 431 ")
                .contains("application/problem+json");
    }

    @Test
    void aConnectionIsUsedAgainAfterAWholeRequest() throws IOException {
        var one = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";
        var answers = raw(one + one + "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answers.split("\"status\":\"ok\"", -1)).hasSize(4);
    }

    @Test
    void theOpenApiDocumentIsServedWhereThereIsOne() {
        var there = Pipeline.class.getResource("openapi.json") != null;
        assertThat(caller.call(caller.to("/openapi.json")).statusCode()).isEqualTo(there ? 200 : 404);
    }

    private static String operator() {
        return "Authorization: Bearer " + pipeline.access().operatorToken() + "\r\n";
    }

    /** Sends these very bytes and reads until the server ends the connection. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket(pipeline.url().getHost(), pipeline.url().getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new StringBuilder();
            var in = socket.getInputStream();
            try {
                for (var b = in.read(); b >= 0; b = in.read()) {
                    answer.append((char) b);
                }
            } catch (SocketTimeoutException | SocketException e) {
                // Kept open, or reset after the answer: what came is what counts.
                return answer.toString();
            }
            return answer.toString();
        }
    }

    private static void problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, "\"correlationId\"");
    }
}
