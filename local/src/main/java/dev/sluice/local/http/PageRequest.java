package dev.sluice.local.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a page.
 *
 * @param method as sent, GET say
 * @param path as sent, not decoded
 * @param query decoded, each name with its values in order
 * @param headers by name in lower case, the first value of each
 * @param body empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record PageRequest(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, byte[] body) {

    public PageRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** The last value of that name in the query; one that is blank is none. */
    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream()
                .reduce((first, second) -> second)
                .filter(value -> !value.isBlank());
    }

    /** The header of that name, which is in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Says nothing of headers and body: this must be safe to log. */
    @Override
    public String toString() {
        return "PageRequest[" + method + " " + path + "]";
    }
}
