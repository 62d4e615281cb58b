package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a mock integration answers (AWS, "Set up mock integrations in API Gateway"): its request template says a status, and
 * that one which response it is.
 */
final class MockAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MockAnswer() {}

    static Outcome of(Integration.Mock mock, ObjectNode context, Received request) {
        var template = Optional.ofNullable(mock.requests().get(request.mediaType()));
        if (template.isEmpty() && request.body().length > 0 && !mock.passesThrough()) {
            return new Outcome.Refused(Refusal.UNSUPPORTED_MEDIA_TYPE);
        }
        var status = template.or(() -> mock.requests().values().stream().findFirst())
                .map(each -> status(each.render(context, request)))
                .orElseGet(OptionalInt::empty);
        if (status.isEmpty()) {
            return new Outcome.Refused(Refusal.API_CONFIGURATION_ERROR);
        }
        var code = Integer.toString(status.getAsInt());
        return mock.responses().entrySet().stream()
                .filter(each -> code.matches(each.getKey()))
                .findFirst()
                .map(each -> each.getValue())
                .or(() -> Optional.ofNullable(mock.responses().get("default")))
                .<Outcome>map(each -> new Outcome.Answered(each.render(status.getAsInt(), context, request)))
                .orElseGet(() -> new Outcome.Refused(Refusal.API_CONFIGURATION_ERROR));
    }

    private static OptionalInt status(String said) {
        try {
            var code = JSON.readTree(said).path("statusCode");
            return code.isInt() ? OptionalInt.of(code.intValue()) : OptionalInt.empty();
        } catch (JsonProcessingException e) {
            return OptionalInt.empty();
        }
    }
}
