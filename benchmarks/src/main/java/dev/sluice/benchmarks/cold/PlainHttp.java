package dev.sluice.benchmarks.cold;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server of HTTP/1.1 on the loopback interface that does next to nothing, so that what is measured is who asks it: a
 * thread a connection, connections kept open, an answer in one write.
 */
final class PlainHttp implements AutoCloseable {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST_BODY = 16 * 1024 * 1024;

    /** A request; the names of its headers are in lower case. */
    record Asked(String method, String path, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** An answer. */
    record Reply(int status, Map<String, String> headers, String body) {

        static Reply of(int status, String type, String text) {
            return new Reply(status, Map.of("Content-Type", type), text);
        }
    }

    /** What answers; each connection asks it on a thread of its own. */
    @FunctionalInterface
    interface Answering {
        Reply answer(Asked asked) throws InterruptedException;
    }

    private final ServerSocket server;
    private final Answering answering;
    private final Map<Socket, Thread> connections = new ConcurrentHashMap<>();

    private PlainHttp(Answering answering) throws IOException {
        this.answering = answering;
        server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("plain-http").start(this::accept);
    }

    /** Opens one on a free port. */
    static PlainHttp start(Answering answering) throws IOException {
        return new PlainHttp(answering);
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                connection.setTcpNoDelay(true);
                var thread = Thread.ofPlatform()
                        .daemon()
                        .name("plain-http-connection")
                        .unstarted(() -> serve(connection));
                connections.put(connection, thread);
                thread.start();
            } catch (IOException closed) {
                // Whoever closed it knows.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream(), LONGEST_LINE);
            var out = connection.getOutputStream();
            for (var asked = read(in, out); asked.isPresent(); asked = read(in, out)) {
                write(out, answering.answer(asked.get()));
            }
        } catch (IOException | UncheckedIOException gone) {
            // A process that is killed leaves its connections in the middle.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    private static Optional<Asked> read(InputStream in, OutputStream out) throws IOException {
        var first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var words = first.split(" ", -1);
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write(ascii("HTTP/1.1 100 Continue\r\n\r\n"));
        }
        return Optional.of(new Asked(words[0], words[1], headers, body(in, headers)));
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            throw new IOException("nobody who asks here sends in chunks");
        }
        var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (length > LONGEST_BODY) {
            throw new IOException("a body of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Up to the end of the line, without it; empty at the end of the connection, too. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(128);
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (line.length() == LONGEST_LINE) {
                throw new IOException("a line without an end");
            }
            line.append((char) next);
        }
        var length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    private static void write(OutputStream out, Reply reply) throws IOException {
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(reply.status())
                .append(" OK\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        var start = ascii(head.toString());
        var whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        out.write(whole);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var connection : connections.entrySet()) {
                connection.getKey().close();
                // It may wait for something to answer.
                connection.getValue().interrupt();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
