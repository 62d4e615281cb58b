package dev.sluice.integration.sandbox.authorize;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How an operation of a REST service is asked for.
 *
 * @param method {@code GET}
 * @param path what the path looks like; a parameter is a group of its name
 * @param subresource what the query names beside: {@code publicAccessBlock}
 */
record RestPath(String method, Pattern path, Optional<String> subresource) {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(\\+?)}");

    /** As it is written in a table: {@code GET /{Bucket}?publicAccessBlock}. */
    static RestPath read(String written) {
        int space = written.indexOf(' ');
        int mark = written.indexOf('?');
        var path = written.substring(space + 1, mark < 0 ? written.length() : mark);
        var groups = PARAMETER
                .matcher(path)
                .replaceAll(
                        found -> "(?<" + found.group(1) + ">" + (found.group(2).isEmpty() ? "[^/]+" : ".+") + ")");
        return new RestPath(
                written.substring(0, space),
                Pattern.compile(groups + "/?"),
                mark < 0 ? Optional.empty() : Optional.of(written.substring(mark + 1)));
    }

    /** Whether a request asks for it. A subresource that is named asks for nothing else. */
    boolean isOf(Incoming request) {
        return request.method().equals(method)
                && path.matcher(request.target().getRawPath()).matches()
                && subresource
                        .map(named -> queried(request).anyMatch(field -> field.equals(named)))
                        .orElseGet(() -> bare(request).findAny().isEmpty());
    }

    /** The parameters that a request's path names. */
    Map<String, String> parameters(Incoming request) {
        var found = new HashMap<String, String>();
        var matched = path.matcher(request.target().getRawPath());
        if (matched.matches()) {
            path.namedGroups().keySet().forEach(name -> found.put(name, Incoming.decoded(matched.group(name))));
        }
        return found;
    }

    private static Stream<String> queried(Incoming request) {
        return fields(request).map(field -> field.contains("=") ? field.substring(0, field.indexOf('=')) : field);
    }

    /** Fields without a value: subresources. */
    private static Stream<String> bare(Incoming request) {
        return fields(request).filter(field -> !field.contains("="));
    }

    private static Stream<String> fields(Incoming request) {
        return Optional.ofNullable(request.target().getRawQuery()).stream()
                .flatMap(query -> Stream.of(query.split("&", -1)))
                .filter(field -> !field.isEmpty());
    }
}
