package dev.sluice.integration.sandbox.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request as it came in over HTTP.
 *
 * @param id the id it was given: {@code $context.requestId}
 * @param at when it came
 * @param from the address it came from
 * @param protocol {@code HTTP/1.1}
 * @param method {@code POST}
 * @param stage the first segment of its path; empty where there is none
 * @param path what follows the stage, begins with a slash, percent-encoded as it was sent
 * @param query as it was sent; empty where there is none
 * @param headers by lower-case names, values in their order
 * @param body the bytes; no more than what API Gateway takes
 * @param tooLarge whether there were more
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes that were sent; requests are never compared
record Received(
        String id,
        Instant at,
        String from,
        String protocol,
        String method,
        String stage,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body,
        boolean tooLarge) {

    private static final Pattern AND = Pattern.compile("&");

    /** A header's last value. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).map(List::getLast);
    }

    /** The path with its stage, as it was sent. */
    String wholePath() {
        return "/" + stage + path;
    }

    /** The media type without its parameters; JSON where none is named (AWS, "Content type conversions"). */
    String mediaType() {
        return header("content-type")
                .map(value -> value.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty())
                .orElse("application/json");
    }

    /** The trace it belongs to: the caller's, else one that begins here (AWS X-Ray, "Tracing header"). */
    String trace() {
        return header("x-amzn-trace-id")
                .orElseGet(() -> "Root=1-" + HexFormat.of().toHexDigits(at.getEpochSecond(), 8) + "-"
                        + id.replace("-", "").substring(0, 24));
    }

    /** The query's parameters, decoded, by their names in the order they came in. */
    Map<String, List<String>> parameters() {
        var found = new LinkedHashMap<String, List<String>>();
        AND.splitAsStream(query).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            found.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        });
        return found;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
