package dev.sluice.guard.rules.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a function's code may do with a resource it is told the name of: the table {@code uses.txt}, whose first line says
 * where it is from.
 *
 * @param named the attributes by which code knows it
 * @param called what a variable is called that holds its name
 * @param service the service's prefix of actions
 * @param actions what may be done with it
 * @param within what follows its ARN where something of it is meant; empty for itself
 */
record Use(Set<String> named, List<String> called, String service, List<String> actions, List<String> within) {

    private static final Map<String, Use> ALL = load();

    Use {
        named = Set.copyOf(named);
        called = List.copyOf(called);
        actions = List.copyOf(actions);
        within = List.copyOf(within);
    }

    static Optional<Use> of(String type) {
        return Optional.ofNullable(ALL.get(type));
    }

    static Set<String> types() {
        return ALL.keySet();
    }

    private static Map<String, Use> load() {
        try (var file = Use.class.getResourceAsStream("uses.txt")) {
            if (file == null) {
                throw new IllegalStateException("the table of uses does not come with the guard");
            }
            var all = new LinkedHashMap<String, Use>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" *\\| *", -1))
                    .forEach(row -> all.put(row[0], read(row)));
            return Map.copyOf(all);
        } catch (IOException broken) {
            throw new UncheckedIOException("the table of uses cannot be read", broken);
        }
    }

    private static Use read(String[] row) {
        var within = new ArrayList<>(words(row[5]));
        within.addFirst("");
        return new Use(Set.copyOf(words(row[1])), words(row[2]), row[3], words(row[4]), within);
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }
}
