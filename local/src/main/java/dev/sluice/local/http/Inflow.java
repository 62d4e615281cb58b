package dev.sluice.local.http;

import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.local.waiting.Deadlines;
import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What comes in over one connection, under watch: a head has to be whole in time, counted from its first byte, and a
 * body may not go on for ever. The server itself bounds only the pause between two requests, and the size of a head.
 */
final class Inflow {

    /** A body as it is sent, bytes: twice what is read of one, for the lines that stand between its chunks. */
    static final int LONGEST_BODY = 2 * JsonBounds.SENDER.bytes();

    /** How much that nobody wants is taken and thrown away, bytes. */
    private static final int MOST_LEFTOVER = 32 * 1_024 * 1_024;

    private static final Duration LONGEST_LEFTOVER = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(500);

    private final Supplier<byte[]> socket;
    private final Runnable cut;
    private final Deadlines deadlines;
    private final Duration longestHead;
    private final Runnable slowHead;
    private final DataReader reader;
    private Optional<Deadlines.Deadline> head = Optional.empty();
    private boolean inBody;
    private int bodyBytes;

    /**
     * @param socket gives the bytes that come next, and null for the end
     * @param cut ends the connection
     * @param slowHead what to do when a head is not whole in time
     */
    @SuppressWarnings("NullAway") // the reader wants null for the end as well, and neither says so
    Inflow(Supplier<byte[]> socket, Runnable cut, Deadlines deadlines, Duration longestHead, Runnable slowHead) {
        this.socket = socket;
        this.cut = cut;
        this.deadlines = deadlines;
        this.longestHead = longestHead;
        this.slowHead = slowHead;
        this.reader = DataReader.create(this::pull);
    }

    /** More came of a body than any body takes that is read. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("a body of more than " + LONGEST_BODY + " bytes, as it is sent");
        }
    }

    /** The connection ends, and something of the request may still be on its way. */
    static final class Unread extends CloseConnectionException {
        private static final long serialVersionUID = 1L;

        Unread() {
            super("answered before all was read");
        }
    }

    DataReader reader() {
        return reader;
    }

    private byte @Nullable [] pull() {
        if (!inBody && reader.available() > 0) {
            headBegins();
        }
        var bytes = receive();
        if (bytes == null) {
            return null;
        }
        if (!inBody) {
            headBegins();
        } else {
            bodyBytes += bytes.length;
            if (bodyBytes > LONGEST_BODY) {
                throw new TooMuch();
            }
        }
        return bytes;
    }

    private byte @Nullable [] receive() {
        try {
            return socket.get();
        } catch (UncheckedIOException e) {
            throw new ServerConnectionException("the connection broke", e);
        }
    }

    private void headBegins() {
        if (head.isEmpty()) {
            head = Optional.of(deadlines.in(longestHead, slowHead));
        }
    }

    /** From here on it is a body that comes, if anything. */
    void headIsWhole() {
        headEnds();
        inBody = true;
        bodyBytes = 0;
    }

    /** From here on it is the next request that comes, if anything. */
    void answered() {
        inBody = false;
    }

    /** The connection is over. */
    void headEnds() {
        head.ifPresent(Deadlines.Deadline::close);
        head = Optional.empty();
    }

    /**
     * Takes and throws away what still comes, for a while: a connection that is cut with bytes on their way is reset,
     * and the sender, who may read only when all is written, would never see the answer.
     */
    void drain() {
        var left = MOST_LEFTOVER;
        try (var all = deadlines.in(LONGEST_LEFTOVER, cut)) {
            while (left > 0 && !all.passed()) {
                left -= next();
            }
        } catch (RuntimeException e) {
            // Gone, or cut by us: there is nobody left to see anything.
            return;
        }
    }

    /** How many bytes came next; as many as there may be at most once it is over. */
    private int next() {
        try (var silence = deadlines.in(LONGEST_SILENCE, cut)) {
            var bytes = socket.get();
            return bytes == null || silence.passed() ? MOST_LEFTOVER : bytes.length;
        }
    }
}
