package dev.sluice.integration.sandbox.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * What the API answered.
 *
 * @param status the status code
 * @param type its media type; empty where it has none
 * @param retryAfter the seconds of {@code Retry-After}; empty where it has none
 * @param allow what the header {@code Allow} lists; empty where there is none
 * @param text the body
 */
public record HttpAnswer(int status, String type, String retryAfter, String allow, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static HttpAnswer of(HttpResponse<String> response) {
        return new HttpAnswer(
                response.statusCode(),
                header(response, "Content-Type"),
                header(response, "Retry-After"),
                header(response, "Allow"),
                response.body());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body, which has to be JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("status " + status + " came with a body that is no JSON", e);
        }
    }

    /** Each violation that a problem lists, as {@code code at pointer} (RFC 9457). */
    public List<String> errors() {
        var errors = new ArrayList<String>();
        json().path("errors")
                .forEach(error -> errors.add(error.path("code").asText() + " at "
                        + error.path("pointer").asText()));
        return errors;
    }
}
