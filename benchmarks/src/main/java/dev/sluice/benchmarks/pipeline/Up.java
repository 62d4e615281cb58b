package dev.sluice.benchmarks.pipeline;

import dev.sluice.local.Access;
import dev.sluice.local.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code ./sluice up} as its user starts it: a process of its own on a folder, looked at from outside. */
final class Up implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

    /** Of the kernel's counters in {@code /proc/PID/stat}. */
    private static final double TICKS_PER_SECOND = 100;

    private final Process process;
    private final Path data;

    private Up(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** Starts it and returns at once. */
    static Up starting(Path repository, Path data, int port) throws IOException {
        Files.createDirectories(data);
        var process = new ProcessBuilder(
                        repository.resolve("sluice").toString(),
                        "up",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("up.txt").toFile())
                .start();
        return new Up(process, data);
    }

    /** Starts it and waits until it takes requests. */
    static Up ready(Path repository, Path data) throws IOException, InterruptedException {
        var up = starting(repository, data, 0);
        try {
            up.accessOnceWritten();
            return up;
        } catch (RuntimeException | IOException | InterruptedException e) {
            up.close();
            throw e;
        }
    }

    /** What this very process has written for those who look for it, once it takes requests. */
    Access accessOnceWritten() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("it did not start: " + Files.readString(data.resolve("up.txt")));
            }
            Thread.sleep(2);
        }
        return access();
    }

    private boolean isReady() {
        try {
            return access().pid() == process.pid();
        } catch (CannotStart notYet) {
            return false;
        }
    }

    Access access() {
        return Access.read(data);
    }

    Path database() {
        return data.resolve("sluice.db");
    }

    /** The most memory that it has held so far, bytes: the high-water mark of its resident set. */
    long peakBytes() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        throw new IOException("this kernel does not say how much memory a process has held");
    }

    double cpuSeconds() throws IOException {
        return cpuSeconds(Long.toString(process.pid()));
    }

    /** Of this very process. */
    static double ownCpuSeconds() throws IOException {
        return cpuSeconds("self");
    }

    private static double cpuSeconds(String pid) throws IOException {
        var stat = Files.readString(Path.of("/proc", pid, "stat"));
        // The second field is a name in parentheses that may hold anything; user and system time are the 14th and 15th.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
