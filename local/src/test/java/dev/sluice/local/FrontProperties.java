package dev.sluice.local;

import static dev.sluice.local.Caller.payment;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Keeps sending bytes that nobody thought of to a front that runs: whatever they are, each answer is one of A4's and no
 * 5xx, and a transaction that follows is accepted and stored. A failing try prints its seed.
 */
class FrontProperties {

    private static final Set<Integer> ANSWERS = Set.of(100, 200, 202, 400, 401, 403, 404, 405, 408, 413, 415, 422);

    private static Path folder;
    private static LocalPipeline pipeline;
    private static Caller caller;

    @BeforeContainer
    static void start() throws IOException {
        folder = Files.createTempDirectory("front-properties");
        pipeline = LocalPipeline.start(folder, LocalPipeline.LOOPBACK, 0, Duration.ofSeconds(1));
        caller = new Caller(pipeline.access());
    }

    @AfterContainer
    static void stop() throws IOException {
        caller.close();
        pipeline.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 300)
    void whateverBytesComeTheyAreAnsweredAndTheNextTransactionIsStored(@ForAll("requests") List<Edit> edits) {
        var bytes = "".getBytes(StandardCharsets.ISO_8859_1);
        for (var edit : edits) {
            bytes = joined(bytes, edit.applied());
        }
        try (var wire = new Wire(pipeline.url())) {
            wire.send(bytes).end();
            // More answers than requests would be answers to something that was smuggled in.
            for (var i = 0; i <= edits.size() * 8; i++) {
                var reply = wire.next(true);
                if (reply.isEmpty()) {
                    break;
                }
                assertThat(reply.get().status()).as(reply.get().body()).isIn(ANSWERS);
                assertThat(reply.get().status() < 400
                                || reply.get().isProblem()
                                || reply.get().body().isEmpty())
                        .as("%s", reply.get())
                        .isTrue();
            }
        } catch (UncheckedIOException e) {
            // Reset in the middle: the front may end a connection that makes no sense.
            assertThat(e).hasCauseInstanceOf(IOException.class);
        }
        var id = "after-" + Integer.toHexString(edits.hashCode());
        assertThat(caller.send(payment(id, "1.00")).statusCode()).isEqualTo(202);
        Eventually.holds(() -> caller.ask("/transactions/" + id).statusCode() == 200);
    }

    /** A request that is right, and one change to its bytes. */
    record Edit(int request, int how, int where, String with) {

        byte[] applied() {
            var whole = whole(request);
            var at = where % whole.length();
            var end = Math.min(whole.length(), at + with.length());
            var changed = switch (how) {
                case 0 -> whole;
                case 1 -> whole.substring(0, at) + with + whole.substring(end);
                case 2 -> whole.substring(0, at) + with + whole.substring(at);
                case 3 -> whole.substring(0, at) + whole.substring(end);
                case 4 -> whole.substring(0, at);
                default -> with;
            };
            return changed.getBytes(StandardCharsets.ISO_8859_1);
        }

        private static String whole(int request) {
            var body = payment("fuzz-" + request, "1.00");
            return switch (request % 5) {
                case 0 -> caller.webhook(body);
                case 1 ->
                    "POST /webhook HTTP/1.1\r\n" + caller.signedHead(body) + "Transfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
                case 2 ->
                    "GET /transactions/after?source=default HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                            + pipeline.access().operatorToken() + "\r\n\r\n";
                case 3 ->
                    "GET /accounts/acct-1/transactions?limit=1&from=2026-01-01T00:00:00Z HTTP/1.1\r\nHost: x\r\n"
                            + "Authorization: Bearer " + pipeline.access().operatorToken() + "\r\n\r\n";
                default -> "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";
            };
        }
    }

    @Provide
    Arbitrary<List<Edit>> requests() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 10_000),
                        texts())
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withCharRange('\0', '\u00ff')
                        .ofMinLength(1)
                        .ofMaxLength(20),
                Arbitraries.of(
                        "\r\n",
                        "\r\n\r\n",
                        "\n",
                        "\r",
                        " ",
                        ":",
                        "%",
                        "%00",
                        "%zz",
                        "..",
                        "/",
                        "?",
                        "#",
                        "\0",
                        "Content-Length: 5\r\n",
                        "Transfer-Encoding: chunked\r\n",
                        "Expect: 100-continue\r\n",
                        "HTTP/1.0",
                        "7fffffff\r\n",
                        "0\r\n\r\n",
                        "GET ",
                        "POST ",
                        "PUT ",
                        "Connection: close\r\n",
                        "Upgrade: h2c\r\n"));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var whole = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, whole, one.length, other.length);
        return whole;
    }
}
