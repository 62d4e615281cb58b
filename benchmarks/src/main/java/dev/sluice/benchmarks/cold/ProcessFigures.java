package dev.sluice.benchmarks.cold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel says of a process and of those that it has started. */
final class ProcessFigures {

    /** Of the kernel's counters in {@code /proc/PID/stat}: a hundredth of a second each. */
    private static final long MICROSECONDS_A_TICK = 10_000;

    private ProcessFigures() {}

    /** User and system time of the process, of its children that have ended, and of those that still run; microseconds. */
    static long cpuMicros(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> read(one, "stat").stream()
                        .mapToLong(ProcessFigures::cpuMicros)
                        .sum())
                .sum();
    }

    /** Of the one line of {@code /proc/PID/stat}. */
    static long cpuMicros(String stat) {
        // The second field is a name in parentheses that may hold anything; the 14th to 17th are user and system time
        // of
        // the process, then of its children that were waited for.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        var ticks = 0L;
        for (var field = 11; field < 15; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * MICROSECONDS_A_TICK;
    }

    /** The most memory that the process and those it has started have held, each by itself, together; bytes. */
    static long peakBytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> peakBytes(read(one, "status")))
                .sum();
    }

    /** Of the lines of {@code /proc/PID/status}: the high-water mark of what is resident. */
    static long peakBytes(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .sum();
    }

    /** Nothing of a process that has just ended. */
    private static List<String> read(ProcessHandle process, String file) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (NoSuchFileException ended) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
