package dev.sluice.integration.sandbox.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it came in.
 *
 * @param method {@code POST}
 * @param target path and query, as they were written
 * @param headers by their names, in which case does not matter
 * @param body its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Incoming(String method, URI target, Map<String, List<String>> headers, byte[] body) {

    private static final String FORM = "application/x-www-form-urlencoded";

    Incoming {
        var any = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        any.putAll(headers);
        headers = any;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    JsonNode json() {
        return Json.read(body);
    }

    /** The fields of a form; none where it is something else, an archive of megabytes perhaps. */
    Map<String, String> form() {
        return header("Content-Type").filter(type -> type.startsWith(FORM)).isPresent() ? fields(text()) : Map.of();
    }

    /** The fields of the query. */
    Map<String, String> query() {
        return fields(Optional.ofNullable(target.getRawQuery()).orElse(""));
    }

    private static Map<String, String> fields(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : encoded.split("&", -1)) {
            var parts = field.split("=", 2);
            if (parts.length == 2) {
                fields.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return fields;
    }

    /** What cannot be decoded is a form's field no more, and stays as it is. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
