package dev.sluice.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends requests over kept connections, one at a time on each, from a single thread: it shares the machine with what it
 * measures, so it does as little as can be done.
 */
public final class Sender {

    /** How long no answer at all may come before the run is given up on. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final int LARGEST_ANSWER = 16 * 1024;
    private static final int ACCEPTED = 202;

    /**
     * What came back; every request was accepted.
     *
     * @param firstSentAt of {@link System#nanoTime}
     * @param lastAnsweredAt of {@link System#nanoTime}
     * @param latencies nanoseconds from when each request was to be sent to its answer, in the order of the requests
     */
    @SuppressWarnings("ArrayRecordComponent") // a hundred thousand numbers, read once
    public record Answered(long firstSentAt, long lastAnsweredAt, long[] latencies) {}

    private final List<byte[]> requests;
    private final Pace pace;
    private final long[] latencies;
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    private long startedAt;
    private int sent;
    private int answered;

    private Sender(List<byte[]> requests, Pace pace) {
        this.requests = requests;
        this.pace = pace;
        this.latencies = new long[requests.size()];
    }

    /**
     * Sends all requests and waits for all answers.
     *
     * @throws IllegalStateException when an answer is anything but 202, or none comes for half a minute
     */
    public static Answered send(URI to, List<byte[]> requests, int connections, Pace pace) throws IOException {
        var sender = new Sender(requests, pace);
        var open = new ArrayList<SocketChannel>();
        try (var selector = Selector.open()) {
            for (var i = 0; i < connections; i++) {
                var channel = SocketChannel.open(new InetSocketAddress(to.getHost(), to.getPort()));
                open.add(channel);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                var connection = sender.new Connection(channel);
                channel.register(selector, SelectionKey.OP_READ, connection);
                sender.idle.add(connection);
            }
            return sender.run(selector);
        } finally {
            for (var channel : open) {
                channel.close();
            }
        }
    }

    private Answered run(Selector selector) throws IOException {
        startedAt = System.nanoTime();
        while (answered < requests.size()) {
            sendWhatIsDue();
            var before = answered;
            selector.select(
                    key -> {
                        if (key.attachment() instanceof Connection connection) {
                            connection.receive();
                        }
                    },
                    longestWait());
            if (answered == before && idle.isEmpty()) {
                throw new IllegalStateException("no answer for " + LONGEST_SILENCE.toSeconds() + " s");
            }
        }
        return new Answered(startedAt, System.nanoTime(), latencies);
    }

    private void sendWhatIsDue() throws IOException {
        while (sent < requests.size() && !idle.isEmpty()) {
            var due = startedAt + pace.dueAfter(sent);
            if (due > System.nanoTime()) {
                return;
            }
            idle.pop().send(sent, due);
            sent++;
        }
    }

    /** Milliseconds; where a request is due before the next whole one, it goes up to one millisecond late. */
    private long longestWait() {
        if (sent == requests.size() || idle.isEmpty()) {
            return LONGEST_SILENCE.toMillis();
        }
        var until = startedAt + pace.dueAfter(sent) - System.nanoTime();
        return Math.max(1, until / 1_000_000);
    }

    private final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer received = ByteBuffer.allocate(LARGEST_ANSWER);
        private int request;
        private long from;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        void send(int next, long due) throws IOException {
            request = next;
            from = pace instanceof Pace.Even ? due : System.nanoTime();
            var bytes = ByteBuffer.wrap(requests.get(next));
            // The connection is idle, so its buffer is empty, and a request is far smaller.
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        void receive() {
            try {
                if (channel.read(received) < 0) {
                    throw new EOFException("the connection was closed");
                }
                var status = Answer.statusWhenWhole(received);
                if (status.isEmpty()) {
                    return;
                }
                if (status.getAsInt() != ACCEPTED) {
                    throw new IllegalStateException("answered with " + status.getAsInt());
                }
                received.clear();
                latencies[request] = System.nanoTime() - from;
                answered++;
                idle.add(this);
            } catch (IOException e) {
                throw new IllegalStateException("a connection broke", e);
            }
        }
    }
}
