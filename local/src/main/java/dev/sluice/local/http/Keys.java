package dev.sluice.local.http;

import dev.sluice.blueprint.Trigger;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What callers must show, by the access their route asks for.
 *
 * @param apiKey of senders, in {@code x-api-key}
 * @param operatorToken of operators, as a bearer token
 */
public record Keys(String apiKey, String operatorToken) {

    private static final String BEARER = "Bearer ";

    /** Says nothing of either: this must be safe to log. */
    @Override
    public String toString() {
        return "Keys[]";
    }

    /** The status that refuses the caller, or empty where it may go on. */
    Optional<Integer> refuses(Trigger.Access access, ServerRequestHeaders headers) {
        return switch (access) {
            case SENDER -> {
                var shown = headers.first(HeaderNames.create("x-api-key")).orElse("");
                yield same(apiKey, shown) ? Optional.empty() : Optional.of(403);
            }
            case OPERATOR -> {
                var shown = headers.first(HeaderNames.AUTHORIZATION).orElse("");
                if (!shown.startsWith(BEARER)) {
                    yield Optional.of(401);
                }
                yield same(operatorToken, shown.substring(BEARER.length())) ? Optional.empty() : Optional.of(403);
            }
        };
    }

    /** Takes the same time wherever the two differ. */
    private static boolean same(String expected, String shown) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
