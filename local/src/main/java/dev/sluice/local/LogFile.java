package dev.sluice.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One line an event, at the end of {@code sluice.log}; when it is full it becomes {@code sluice.log.1}, and the one
 * before is gone. A log that cannot be written stops nothing.
 */
final class LogFile implements Consumer<String>, AutoCloseable {

    /** How large each of the two files grows. */
    static final long LARGEST = 64L * 1_024 * 1_024;

    private final Path file;
    private final long largest;
    private final ReentrantLock lock = new ReentrantLock();
    private OutputStream out;
    private long size;

    LogFile(Path file, long largest) throws IOException {
        this.file = file;
        this.largest = largest;
        this.out = open(file);
        this.size = Files.size(file);
    }

    private static OutputStream open(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void accept(String line) {
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            if (size + bytes.length > largest && size > 0) {
                out.close();
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                out = open(file);
                size = 0;
            }
            out.write(bytes);
            size += bytes.length;
        } catch (IOException e) {
            // A full disk must not turn an answer into an error; what matters is in the database, and that one tells.
            return;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            out.close();
        } finally {
            lock.unlock();
        }
    }
}
