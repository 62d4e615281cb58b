package dev.sluice.local.http;

import dev.sluice.local.waiting.Deadlines;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What became of reading a request's body within its limits of size and time. */
sealed interface WholeBody {

    /**
     * It is whole, or over the limit.
     *
     * @param bytes at most one more than the limit: enough to be seen as too large
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Read(byte[] bytes) implements WholeBody {}

    /** It was not whole in time. */
    record TooSlow() implements WholeBody {}

    /** It was not what its headers said, or the sender went away. */
    record Broken() implements WholeBody {}

    /** So much of it came, in chunks that were not whole yet, that it is over any limit. */
    record TooLarge() implements WholeBody {}

    /**
     * Within what a body has to come.
     *
     * @param bytes how long it may be
     * @param deadlines who looks at the clock
     * @param longest until it is whole
     */
    record Limits(int bytes, Deadlines deadlines, Duration longest) {}

    static WholeBody of(ServerRequest request, Limits limits) {
        if (!request.content().hasEntity()) {
            return new Read(new byte[0]);
        }
        // In a thread of its own, since a blocked read cannot be told to stop; the connection's end frees it.
        var bytes = new CompletableFuture<byte[]>();
        Thread.ofVirtual().name("sluice-body").start(() -> read(request, limits.bytes(), bytes));
        var late = limits.deadlines().in(limits.longest(), () -> bytes.completeExceptionally(new TimeoutException()));
        try {
            return new Read(bytes.get());
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case TimeoutException ignored -> new TooSlow();
                case Inflow.TooMuch ignored -> new TooLarge();
                case null, default -> new Broken();
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Broken();
        } finally {
            late.close();
        }
    }

    private static void read(ServerRequest request, int limit, CompletableFuture<byte[]> bytes) {
        try {
            // Not closed: closing reads what is left, however much that is.
            InputStream in = request.content().inputStream();
            bytes.complete(read(in, request.headers().contentLength(), limit + 1));
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it is, who waits must hear of it.
            bytes.completeExceptionally(e);
        }
    }

    /**
     * Into an array of the length that was announced, as it is unless the body comes in chunks: one that grows begins with
     * 16 KiB, most of which nobody needs.
     */
    private static byte[] read(InputStream in, OptionalLong announced, int most) throws IOException {
        if (announced.isEmpty() || announced.getAsLong() > most) {
            return in.readNBytes(most);
        }
        var bytes = new byte[(int) announced.getAsLong()];
        var read = in.readNBytes(bytes, 0, bytes.length);
        if (read < bytes.length || in.read() >= 0) {
            throw new IOException("a body of another length than was announced");
        }
        return bytes;
    }
}
