package dev.sluice.cli.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers which rows were accepted, so that an interrupted replay goes on where it stopped. A text file: when the
 * replay began, then a row's number and the time it was received a line, each written before the next is counted.
 */
final class ProgressFile implements AutoCloseable {

    private static final String HEADER = "sluice-replay-1 ";

    private final Path file;
    private final FileChannel channel;
    private final Instant startedAt;
    private final Map<Long, Instant> accepted;
    private final boolean resumed;

    private ProgressFile(
            Path file, FileChannel channel, Instant startedAt, Map<Long, Instant> accepted, boolean resumed) {
        this.file = file;
        this.channel = channel;
        this.startedAt = startedAt;
        this.accepted = accepted;
        this.resumed = resumed;
    }

    /**
     * Opens it for one replay at a time.
     *
     * @param resume whether an interrupted replay goes on; otherwise it is forgotten
     * @param now when this replay begins, if it is a new one
     * @throws IOException also when another replay holds it; its message then says so
     */
    static ProgressFile open(Path file, boolean resume, Instant now) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel);
            var text = resume ? Files.readString(file, StandardCharsets.US_ASCII) : "";
            // A line that was cut off counts for nothing: its row is sent again, and told apart by its receivedAt.
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            var lines = whole.lines().toList();
            var earlier = lines.isEmpty() ? Optional.<Instant>empty() : startOf(lines.getFirst());
            var accepted = new HashMap<Long, Instant>();
            if (earlier.isPresent()) {
                lines.stream().skip(1).forEach(line -> remember(line, accepted));
                channel.truncate(whole.length());
                channel.position(whole.length());
            } else {
                channel.truncate(0);
                write(channel, HEADER + now);
            }
            return new ProgressFile(file, channel, earlier.orElse(now), accepted, earlier.isPresent());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** When the replay began, however often it was interrupted since. */
    Instant startedAt() {
        return startedAt;
    }

    boolean resumed() {
        return resumed;
    }

    int alreadyAccepted() {
        return accepted.size();
    }

    /** When a row was received that was accepted before the interruption. */
    Optional<Instant> receivedAt(long number) {
        return Optional.ofNullable(accepted.get(number));
    }

    /** Keeps that a row was accepted. */
    synchronized void accepted(long number, Instant receivedAt) throws IOException {
        write(channel, number + " " + receivedAt);
    }

    /** Forgets it all: the replay is complete, and the next one is a new one. */
    void complete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void lock(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // The same process holds it: as good as another one.
        }
        throw new IOException("another replay of this file is running");
    }

    private static Optional<Instant> startOf(String line) {
        try {
            return line.startsWith(HEADER)
                    ? Optional.of(Instant.parse(line.substring(HEADER.length())))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void remember(String line, Map<Long, Instant> accepted) {
        var space = line.indexOf(' ');
        try {
            accepted.put(
                    Long.parseLong(line.substring(0, Math.max(space, 0))), Instant.parse(line.substring(space + 1)));
        } catch (DateTimeException | NumberFormatException e) {
            // Not a line we wrote. Its row is sent again, which does no harm.
        }
    }

    private static void write(FileChannel channel, String line) throws IOException {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
