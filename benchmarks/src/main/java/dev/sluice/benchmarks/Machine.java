package dev.sluice.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    /** Cores, memory, kernel and JVM. */
    static String described() throws IOException {
        return Runtime.getRuntime().availableProcessors() + " cores (" + line("/proc/cpuinfo", "model name") + "), "
                + memoryGigabytes() + " GB of memory, " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + ", " + System.getProperty("java.vm.name") + " "
                + Runtime.version();
    }

    /**
     * Their versions, as their files say them.
     *
     * @param folder where the libraries are
     * @param names without versions
     */
    static List<String> versions(Path folder, List<String> names) throws IOException {
        try (var files = Files.list(folder)) {
            var jars = files.map(file -> file.getFileName().toString()).sorted().toList();
            return names.stream()
                    .flatMap(name -> jars.stream().flatMap(jar -> version(name, jar).stream()))
                    .toList();
        }
    }

    private static Optional<String> version(String name, String jar) {
        var begin = name.length() + 1;
        return jar.startsWith(name + "-") && jar.endsWith(".jar") && Character.isDigit(jar.charAt(begin))
                ? Optional.of(name + " " + jar.substring(begin, jar.length() - ".jar".length()))
                : Optional.empty();
    }

    private static long memoryGigabytes() throws IOException {
        return Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "")) / 1_000_000;
    }

    private static String line(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
