package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** When each of Lambda's runtimes ends: the table {@code runtimes.txt}, whose first line says where it is from. */
final class Runtimes {

    private static final Map<String, Lifetime> ALL = load();

    /**
     * A runtime.
     *
     * @param name its identifier
     * @param deprecated from when on it gets no security updates
     * @param noCreate from when on no function can be made with it
     * @param noUpdate from when on no function with it can be changed
     */
    record Lifetime(String name, LocalDate deprecated, LocalDate noCreate, LocalDate noUpdate) {}

    private Runtimes() {}

    /** The runtime of a function, where it has one that is known here; a function of an image has none. */
    static Optional<Lifetime> of(Cloud cloud, Resource function) {
        return cloud.text(function, "runtime").map(ALL::get);
    }

    private static Map<String, Lifetime> load() {
        try (var file = Runtimes.class.getResourceAsStream("runtimes.txt")) {
            if (file == null) {
                throw new IllegalStateException("the table of runtimes does not come with the guard");
            }
            var all = new LinkedHashMap<String, Lifetime>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" +"))
                    .map(row -> new Lifetime(
                            row[0], LocalDate.parse(row[1]), LocalDate.parse(row[2]), LocalDate.parse(row[3])))
                    .forEach(runtime -> all.put(runtime.name(), runtime));
            return Map.copyOf(all);
        } catch (IOException broken) {
            throw new UncheckedIOException("the table of runtimes cannot be read", broken);
        }
    }
}
