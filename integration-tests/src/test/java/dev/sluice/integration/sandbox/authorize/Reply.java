package dev.sluice.integration.sandbox.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a caller sees of a request. */
sealed interface Reply {

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param headers by their names
     * @param body its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Answer(int status, Map<String, List<String>> headers, byte[] body) implements Reply {

        static Answer of(int status, Map<String, String> headers, String body) {
            var all = new HashMap<String, List<String>>();
            headers.forEach((name, value) -> all.put(name, List.of(value)));
            return new Answer(status, all, body.getBytes(StandardCharsets.UTF_8));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The body as JSON. */
        JsonNode json() {
            return Json.read(body);
        }
    }

    /** The connection ends without one. */
    record Cut() implements Reply {}
}
