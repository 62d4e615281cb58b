package dev.sluice.integration.sandbox.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The methods of an API, found by path: a resource that says a segment wins over one that has a parameter there, and that
 * one over a greedy one. A slash at the end makes no difference.
 *
 * @param methods all of them
 */
record Routes(List<Method> methods) {

    private static final Pattern SLASH = Pattern.compile("/");

    /** What a request leads to. */
    sealed interface Match {

        /**
         * A method.
         *
         * @param parameters of the path, decoded (AWS, "Amazon API Gateway important notes": a REST API decodes them)
         */
        record Found(Method method, Map<String, String> parameters) implements Match {}

        /** There is no such resource, or no such method of it. */
        record Nothing() implements Match {}
    }

    /** The method for a path, percent-encoded as it was sent. */
    Match find(String verb, String path) {
        var sent = segments(path);
        var resource = methods.stream()
                .map(Method::resource)
                .distinct()
                .filter(each -> parameters(segments(each), sent).isPresent())
                .min(Comparator.comparing(Routes::rank));
        return resource.flatMap(each -> method(verb, each)
                        .<Match>map(method -> new Match.Found(
                                method, parameters(segments(each), sent).orElseThrow())))
                .orElseGet(Match.Nothing::new);
    }

    private Optional<Method> method(String verb, String resource) {
        var there = methods.stream()
                .filter(each -> each.resource().equals(resource))
                .toList();
        return there.stream()
                .filter(each -> each.verb().equals(verb))
                .findFirst()
                .or(() -> there.stream()
                        .filter(each -> each.verb().equals(Method.ANY))
                        .findFirst());
    }

    /** Smaller is more particular: a digit for each segment, a word before a parameter before a greedy one. */
    private static String rank(String resource) {
        return segments(resource).stream()
                .map(each -> isGreedy(each) ? "2" : isParameter(each) ? "1" : "0")
                .collect(Collectors.joining());
    }

    private static Optional<Map<String, String>> parameters(List<String> names, List<String> values) {
        var found = new LinkedHashMap<String, String>();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (i >= values.size()) {
                return Optional.empty();
            }
            if (isGreedy(name)) {
                found.put(
                        name.substring(1, name.length() - 2),
                        decoded(String.join("/", values.subList(i, values.size()))));
                return Optional.of(found);
            }
            if (isParameter(name) && !values.get(i).isEmpty()) {
                found.put(name.substring(1, name.length() - 1), decoded(values.get(i)));
            } else if (!name.equals(decoded(values.get(i)))) {
                return Optional.empty();
            }
        }
        return names.size() == values.size() ? Optional.of(found) : Optional.empty();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return segment.endsWith("+}");
    }

    private static List<String> segments(String path) {
        var inner = path.replaceFirst("^/", "").replaceFirst("/$", "");
        return inner.isEmpty() ? List.of() : SLASH.splitAsStream(inner).toList();
    }

    /** A plus is a plus in a path. */
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
