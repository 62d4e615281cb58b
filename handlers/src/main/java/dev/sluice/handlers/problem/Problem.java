package dev.sluice.handlers.problem;

import dev.sluice.domain.validation.Violation;
import dev.sluice.handlers.codec.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A refusal in the form of RFC 9457; {@code title} is the status code's own name, so that {@code type} may stay
 * {@code about:blank}.
 *
 * @param status HTTP status, RFC 9110
 * @param detail what to do about it; never a secret, a card number or a value that was sent
 * @param errors the rules broken, each with its place
 * @param correlationId what to look for in the logs
 */
public record Problem(int status, String detail, List<Violation> errors, String correlationId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    public Problem {
        errors = List.copyOf(errors);
        if (!TITLES.containsKey(status)) {
            throw new IllegalArgumentException("no problem is answered with status " + status);
        }
    }

    public static Problem of(int status, String detail, String correlationId) {
        return new Problem(status, detail, List.of(), correlationId);
    }

    public String title() {
        return TITLES.getOrDefault(status, "");
    }

    public byte[] json() {
        return JsonText.object(json -> {
                    json.writeStringField("type", "about:blank");
                    json.writeStringField("title", title());
                    json.writeNumberField("status", status);
                    json.writeStringField("detail", detail);
                    json.writeStringField("correlationId", correlationId);
                    if (!errors.isEmpty()) {
                        json.writeArrayFieldStart("errors");
                        for (var error : errors) {
                            json.writeStartObject();
                            json.writeStringField("pointer", error.pointer());
                            json.writeStringField("code", error.code());
                            json.writeStringField("detail", error.sentence());
                            json.writeEndObject();
                        }
                        json.writeEndArray();
                    }
                })
                .getBytes(StandardCharsets.UTF_8);
    }
}
