package dev.sluice.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A connection to a front that sends any bytes at all, and reads what is answered one by one. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    /** One answer; header names in small letters. */
    record Reply(int status, Map<String, String> headers, String body) {
        boolean isProblem() {
            return "application/problem+json".equals(headers.get("content-type"))
                    && body.contains("\"status\":" + status + ",");
        }
    }

    Wire(URI front) {
        try {
            socket = new Socket(front.getHost(), front.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wire send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that nothing more is sent, and goes on reading. */
    Wire end() {
        try {
            if (!socket.isOutputShutdown()) {
                socket.shutdownOutput();
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasAnswer() {
        try {
            return in.available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer, with its content where it has one. */
    Reply read() {
        return next(true).orElseThrow(() -> new AssertionError("the connection ended without an answer"));
    }

    /** The answer to a HEAD, which has no content whatever its headers say. */
    Reply readHead() {
        return next(false).orElseThrow(() -> new AssertionError("the connection ended without an answer"));
    }

    /** The next answer, or empty where the connection ends instead. */
    Optional<Reply> next(boolean withContent) {
        try {
            var line = line();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            var headers = new TreeMap<String, String>();
            for (var header = line(); !header.isEmpty(); header = line()) {
                var colon = header.indexOf(':');
                headers.put(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
            var length = withContent ? Integer.parseInt(headers.getOrDefault("content-length", "0")) : 0;
            var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            return Optional.of(new Reply(Integer.parseInt(line.split(" ", 3)[1]), headers, body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the front has ended the connection with nothing more to say; waits until it has. */
    boolean ended() {
        try {
            return in.read() < 0;
        } catch (IOException e) {
            // Reset: ended all the same.
            return true;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
