package dev.sluice.local;

import static dev.sluice.local.Caller.payment;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP that is slow, half, broken or meant to be read in two ways; a request has one second to be whole. */
class HostileHttpTest {

    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";

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

    @AfterEach
    void thePipelineServesOn() {
        assertThat(caller.call(caller.to("/health")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G",
                "GET /heal",
                "GET /health HTTP/1.1\r",
                "GET /health HTTP/1.1\r\n",
                "GET /health HTTP/1.1\r\nHost"
            })
    void aHeadThatIsNotWholeInTimeIs408HoweverFarItCame(String half) {
        try (var wire = wire().send(half)) {
            refused(wire, 408);
        }
    }

    @Test
    void aHeadThatComesByteByByteIs408Too() {
        try (var wire = wire().send("GET /health HTTP/1.1\r\nx-slow: ")) {
            for (var i = 0; i < 10_000 && !wire.hasAnswer(); i++) {
                wire.send("a");
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            refused(wire, 408);
        }
    }

    @Test
    void aHeadThatFollowsAWholeRequestHasNoMoreTime() {
        try (var wire = wire().send(HEALTH + "GET /heal")) {
            assertThat(wire.read().status()).isEqualTo(200);
            refused(wire, 408);
        }
    }

    @Test
    void aConnectionMayWaitBetweenTwoRequests() {
        try (var wire = wire().send(HEALTH)) {
            assertThat(wire.read().status()).isEqualTo(200);
            LockSupport.parkNanos(Duration.ofMillis(1_600).toNanos());
            assertThat(wire.send(HEALTH).read().status()).isEqualTo(200);
        }
    }

    @Test
    void aBodyThatComesByteByByteIs408() {
        var body = payment("drip", "1.00");
        try (var wire = wire().send(
                        caller.webhook(body).substring(0, caller.webhook(body).length() - body.length()))) {
            for (var i = 0; i < body.length() && !wire.hasAnswer(); i++) {
                wire.send(body.substring(i, i + 1));
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            refused(wire, 408);
        }
        notStored("drip");
    }

    @Test
    void aHalfSentRequestOfWhoGoesAwayIsForgotten() {
        var whole = caller.webhook(payment("half", "1.00"));
        for (var length : new int[] {0, 1, 30, 200, whole.length() - 20, whole.length() - 1}) {
            wire().send(whole.substring(0, length)).close();
        }
        try (var wire = wire().send(whole.substring(0, whole.length() - 1)).end()) {
            refused(wire, 400);
        }
        notStored("half");
    }

    @Test
    void whatFollowsABodyIsTheNextRequest() {
        var body = payment("longer", "1.00");
        try (var wire = wire().send(caller.webhook(body) + "{\"and\": \"more\"}\r\n\r\n")) {
            assertThat(wire.read().status()).isEqualTo(202);
            refused(wire, 400);
        }
        stored("longer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\nContent-Length: 60\r\n",
                "Content-Length: 5, 60\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: -5\r\n",
                "Content-Length: 0x5\r\n",
                "Content-Length: 5e0\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length:\r\n",
                "Content-Length : 5\r\n",
                " Content-Length: 5\r\n",
                "Content\u0000-Length: 5\r\n",
                "Transfer-Encoding: chunked, chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: \u000bchunked\r\n",
                "Transfer-Encoding:\r\n",
                "Content-Encoding: gzip\r\nContent-Length: 5\r\n",
                "X: a\rContent-Length: 5\r\n",
                "X: a\nContent-Length: 5\r\n",
                "X: a\r\n folded\r\n"
            })
    void aBodyWhoseLengthCanBeReadInTwoWaysIsRefusedAndNothingBehindItIsRead(String headers) {
        var smuggled = caller.webhook(payment("smuggled", "1.00"));
        try (var wire = wire().send("POST /webhook HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n0\r\n\r\n" + smuggled)) {
            refused(wire, 400);
        }
        notStored("smuggled");
    }

    @Test
    void aChunkedWebhookIsStored() {
        var body = payment("chunked", "1.00");
        var chunks = body.chars()
                .mapToObj(c -> "1\r\n" + (char) c + "\r\n")
                .collect(Collectors.joining("", "", "0\r\n\r\n"));
        try (var wire =
                wire().send("POST /webhook HTTP/1.1\r\n" + caller.signedHead(body) + CHUNKED + "\r\n" + chunks)) {
            assertThat(wire.read().status()).isEqualTo(202);
            assertThat(wire.send(HEALTH).read().status())
                    .as("the connection goes on")
                    .isEqualTo(200);
        }
        stored("chunked");
    }

    @ParameterizedTest
    @CsvSource({
        "'zz\r\n', 400",
        "'-1\r\n', 400",
        "'\r\n', 400",
        "'0x5\r\n12345\r\n', 400",
        "'ffffffffffffffff\r\n', 400",
        "'80000000\r\n', 400",
        "'5\r\n12', 400",
        "'5\n12345\r\n', 400",
        "'0\r\nTrailer: x\r\n\r\n', 400"
    })
    void brokenChunksAreRefused(String chunks, int status) {
        try (var wire = wire().send(chunkedHead() + chunks).end()) {
            refused(wire, status);
        }
    }

    @Test
    void aChunkOfTwoGigabytesIsRefusedBeforeItIsTaken() {
        try (var wire = wire().send(chunkedHead() + "7fffffff\r\n" + "a".repeat(1_000_000))) {
            refused(wire, 413);
        }
        try (var wire = wire().send("POST /webhook HTTP/1.1\r\nHost: x\r\n" + CHUNKED + "\r\n7fffffff\r\n"
                + "a".repeat(1_000_000))) {
            refused(wire, 403);
        }
    }

    @Test
    void aChunkThatIsNotWholeInTimeIs408() {
        try (var wire = wire().send(chunkedHead() + "5\r\n12")) {
            refused(wire, 408);
        }
    }

    @Test
    void pipelinedWebhooksAreAnsweredInOrderAndStored() {
        var ids = IntStream.range(0, 50).mapToObj(i -> "pipelined-" + i).toList();
        var all = ids.stream().map(id -> caller.webhook(payment(id, "1.00"))).collect(Collectors.joining());
        try (var wire = wire().send(all)) {
            for (var id : ids) {
                var reply = wire.read();
                assertThat(reply.status()).as(reply.body()).isEqualTo(202);
                assertThat(reply.body()).contains("\"transactionId\":\"" + id + "\"");
            }
        }
        ids.forEach(HostileHttpTest::stored);
    }

    @Test
    void whoAsksBeforeItSendsIsToldToGoOnOnlyWhereItIsWorthIt() {
        var body = payment("expected", "1.00");
        var head = "POST /webhook HTTP/1.1\r\n" + caller.signedHead(body) + "Expect: 100-continue\r\nContent-Length: "
                + body.length() + "\r\n\r\n";
        try (var wire = wire().send(head)) {
            assertThat(wire.readHead().status()).isEqualTo(100);
            assertThat(wire.send(body).read().status()).isEqualTo(202);
        }
        try (var wire = wire().send(head.replace("x-api-key: ", "x-api-key: no"))) {
            refused(wire, 403);
        }
        stored("expected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.0\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /health HTTP/1.1\nHost: x\n\n",
                "GET /health HTTP/2.0\r\n\r\n",
                "GET /health FTP/1.1\r\n\r\n",
                "GET /health\r\n",
                "GET\r\n",
                "\r\n\r\n" + HEALTH,
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET  /health HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /he alth HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /he\u0000alth HTTP/1.1\r\nHost: x\r\n\r\n",
                "G\u00c3\u00a9T /health HTTP/1.1\r\nHost: x\r\n\r\n",
                "G(T /health HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nx: \u0000\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x:many\r\n\r\n",
                "GET /health?a=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /health?\u0001 HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void whatIsNotHttp11IsRefused(String request) {
        try (var wire = wire().send(request)) {
            refused(wire, 400);
        }
    }

    @Test
    void aRequestLineOverItsLimitIsRefused() {
        try (var wire = wire().send("GET /" + "a".repeat(50_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")) {
            refused(wire, 400);
        }
        try (var wire = wire().send("a".repeat(50_000))) {
            refused(wire, 400);
        }
    }

    @Test
    void headersOverTheirLimitAreRefusedAndAnyNumberWithinItIsTaken() {
        var many = IntStream.range(0, 1_500).mapToObj(i -> "h" + i + ": v\r\n").collect(Collectors.joining());
        try (var wire = wire().send("GET /health HTTP/1.1\r\nHost: x\r\n" + many + "\r\n")) {
            assertThat(wire.read().status()).isEqualTo(200);
        }
        try (var wire = wire().send("GET /health HTTP/1.1\r\nHost: x\r\n" + many + many + "\r\n")) {
            refused(wire, 400);
        }
        try (var wire = wire().send("GET /health HTTP/1.1\r\nHost: x\r\nx: " + "a".repeat(100_000) + "\r\n\r\n")) {
            refused(wire, 400);
        }
    }

    @Test
    void tlsOnThePlainPortIsCutOff() {
        var hello = new byte[517];
        System.arraycopy(new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3}, 0, hello, 0, 11);
        try (var wire = wire().send(hello)) {
            refused(wire, 408);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, /webhook, 405",
        "TRACE, /webhook, 405",
        "CONNECT, x:443, 404",
        "OPTIONS, *, 404",
        "PATCH, /transactions/a, 405",
        "BREW, /webhook, 405",
        "GET, http://x/health, 404",
        "GET, //health, 404",
        "GET, /health/, 404",
        "GET, /health;a=b, 404",
        "GET, /he\u00e9alth, 404",
        "GET, /x/../health, 404",
        "GET, /%2e%2e/health, 404",
        "GET, /%68ealth, 404",
        "POST, /webhook/../webhook, 404",
        "POST, /webhook%2fdefault, 404",
        "POST, /webhook/%2e%2e, 403",
        "POST, /webhook/%00, 403",
        "POST, /webhook/%c0%ae, 403",
        "POST, /webhook/default%, 400",
        "POST, /webhook/%u0041, 400"
    })
    void everyMethodAndPathHasItsAnswer(String method, String path, int status) {
        try (var wire = wire().send(method + " " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")) {
            var reply = wire.read();
            assertThat(reply.status()).as(reply.body()).isEqualTo(status);
            assertThat(reply.isProblem()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2e%2e", "%00", "%c0%ae", "default%00", "DEFAULT", "%ff", "%F0%9F%98%80", "a+b", "%25%2e"})
    void aSourceOfAnythingLooksLikeAWrongSignature(String source) {
        var body = payment("source", "1.00");
        var request = caller.webhook(body).replace("/webhook ", "/webhook/" + source + " ");
        try (var wire = wire().send(request)) {
            var reply = wire.read();
            assertThat(reply.status()).as(reply.body()).isEqualTo(401);
            assertThat(reply.isProblem()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%2e%2e", "%00", "%c0%ae", "%ff", "%F0%9F%98%80", "a%2fb", "'%20OR%201=1", "%0d%0aSet-Cookie:x"})
    void anOperatorMayAskForAnythingThatIsNotThere(String id) {
        var token = "Authorization: Bearer " + pipeline.access().operatorToken() + "\r\n\r\n";
        for (var path : new String[] {"/transactions/" + id, "/transactions/a?source=" + id}) {
            try (var wire = wire().send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + token)) {
                assertThat(wire.read().status()).as(path).isEqualTo(404);
            }
        }
        try (var wire = wire().send("GET /accounts/" + id + "/transactions HTTP/1.1\r\nHost: x\r\n" + token)) {
            assertThat(wire.read().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"/health, 405", "/webhook, 405", "/nowhere, 404"})
    void anAnswerToHeadHasNoContentThatWouldBeTakenForTheNextAnswer(String path, int status) {
        try (var wire = wire().send("HEAD " + path + " HTTP/1.1\r\nHost: x\r\n\r\n" + HEALTH)) {
            assertThat(wire.readHead().status()).isEqualTo(status);
            assertThat(wire.read().body()).isEqualTo("{\"status\":\"ok\"}");
        }
    }

    @Test
    void aBodyThatIsFarTooLargeIsAnsweredToItsSender() {
        for (var size : new int[] {200 * 1024, 10_000_000}) {
            var body = payment("large", "1.00") + " ".repeat(size);
            assertThat(caller.send(body).statusCode()).isEqualTo(413);
            assertThat(caller.call(caller.to("/webhook").POST(BodyPublishers.ofString(body)))
                            .statusCode())
                    .as("without a key")
                    .isEqualTo(403);
            assertThat(caller.call(caller.to("/nowhere").POST(BodyPublishers.ofString(body)))
                            .statusCode())
                    .isEqualTo(404);
        }
        notStored("large");
    }

    @Test
    void aBodyWhereNoneBelongsIsRead() {
        try (var wire = wire().send("GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello")) {
            assertThat(wire.read().status()).isEqualTo(200);
            assertThat(wire.ended()).isTrue();
        }
    }

    private static String chunkedHead() {
        return "POST /webhook HTTP/1.1\r\n" + caller.signedHead("") + CHUNKED + "\r\n";
    }

    private static Wire wire() {
        return new Wire(pipeline.url());
    }

    /** The next answer is that refusal, and then the connection ends. */
    private static void refused(Wire wire, int status) {
        var reply = wire.read();
        assertThat(reply.status()).as("%s", reply).isEqualTo(status);
        assertThat(reply.isProblem()).as("%s", reply).isTrue();
        assertThat(wire.end().ended()).isTrue();
    }

    private static void stored(String id) {
        Eventually.holds(() -> caller.ask("/transactions/" + id).statusCode() == 200);
    }

    /** Whatever was published before a stored one is stored by then. */
    private static void notStored(String id) {
        var after = "after-" + id;
        caller.send(payment(after, "1.00"));
        stored(after);
        assertThat(caller.ask("/transactions/" + id).statusCode()).isEqualTo(404);
    }
}
