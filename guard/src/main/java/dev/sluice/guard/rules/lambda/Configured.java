package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * That a function's environment names a resource, which says that its code uses it.
 *
 * @param variable the variable
 * @param resource the resource
 */
record Configured(String variable, Resource resource) {

    static List<Configured> of(Cloud cloud, Resource function) {
        return function.at("environment", "variables").members().entrySet().stream()
                .flatMap(variable -> named(cloud, variable.getKey(), variable.getValue())
                        .map(resource -> new Configured(variable.getKey(), resource))
                        .stream())
                .toList();
    }

    private static Optional<Resource> named(Cloud cloud, String variable, Value value) {
        if (!(value instanceof Value.Text text)) {
            return Optional.empty();
        }
        var referred = text.symbol();
        if (referred.isPresent()) {
            var targets = cloud.graph().at(referred.get().address());
            if (targets.size() == 1) {
                return Optional.of(targets.getFirst())
                        .filter(resource -> !resource.data())
                        .filter(resource -> Use.of(resource.type())
                                .filter(use ->
                                        use.named().contains(referred.get().attribute()))
                                .isPresent());
            }
        }
        return writtenOut(cloud, variable, text);
    }

    /** A name that is written out may be a word for anything, so that the variable has to say what it is. */
    private static Optional<Resource> writtenOut(Cloud cloud, String variable, Value.Text text) {
        var upper = variable.toUpperCase(Locale.ROOT);
        var found = Use.types().stream()
                .filter(type -> Use.of(type).stream()
                        .flatMap(use -> use.called().stream())
                        .anyMatch(upper::contains))
                .flatMap(type -> cloud.graph().named(type, text).stream())
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
