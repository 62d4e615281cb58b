package dev.sluice.local.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How many files and connections this process may have open. The server stops listening for good when the system refuses
 * it one, so it must never ask for the last.
 */
final class OpenFiles {

    /** Where Linux says it; other systems give a Java process thousands. */
    private static final Path LIMITS = Path.of("/proc/self/limits");

    private static final String NAME = "Max open files";

    private OpenFiles() {}

    static int most() {
        if (!Files.isReadable(LIMITS)) {
            return Integer.MAX_VALUE;
        }
        try (var lines = Files.lines(LIMITS)) {
            return most(lines);
        } catch (IOException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** The soft limit, which is the one that holds; more than an int or "unlimited" is no limit here. */
    static int most(Stream<String> lines) {
        return lines.filter(line -> line.startsWith(NAME))
                .map(line -> line.substring(NAME.length()).strip().split("\\s+", 2)[0])
                .filter(soft -> soft.matches("[0-9]{1,9}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}
