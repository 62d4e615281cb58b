package dev.sluice.local.http;

import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Trigger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The blueprint's routes, found by path and method. */
final class Routes {

    private final List<Candidate> candidates;

    Routes(Blueprint blueprint) {
        candidates = blueprint.functions().stream()
                .flatMap(f -> f.triggers().stream()
                        .filter(Trigger.Route.class::isInstance)
                        .map(Trigger.Route.class::cast)
                        .map(route -> new Candidate(f, route)))
                .toList();
    }

    private record Candidate(Function function, Trigger.Route route) {}

    /** What a path and a method lead to. */
    sealed interface Match {
        /**
         * A route of a function.
         *
         * @param parameters of the path, decoded
         */
        record Found(Function function, Trigger.Route route, Map<String, String> parameters) implements Match {}

        record WrongMethod(List<String> allowed) implements Match {}

        record Unknown() implements Match {}
    }

    /** @throws IllegalArgumentException where the path's percent encoding is broken */
    Match find(String method, String rawPath) {
        var allowed = new ArrayList<String>();
        for (var candidate : candidates) {
            var parameters = parameters(candidate.route.path(), rawPath);
            if (parameters.isPresent()) {
                if (candidate.route.method().name().equals(method)) {
                    return new Match.Found(candidate.function, candidate.route, parameters.get());
                }
                allowed.add(candidate.route.method().name());
            }
        }
        return allowed.isEmpty() ? new Match.Unknown() : new Match.WrongMethod(allowed);
    }

    private static Optional<Map<String, String>> parameters(String template, String rawPath) {
        var names = template.split("/", -1);
        var values = rawPath.split("/", -1);
        if (names.length != values.length) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var i = 0; i < names.length; i++) {
            var name = names[i];
            if (name.startsWith("{") && !values[i].isEmpty()) {
                parameters.put(name.substring(1, name.length() - 1), decoded(values[i].replace("+", "%2B")));
            } else if (!name.equals(values[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** @throws IllegalArgumentException where the percent encoding is broken */
    static String decoded(String raw) {
        return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    }
}
