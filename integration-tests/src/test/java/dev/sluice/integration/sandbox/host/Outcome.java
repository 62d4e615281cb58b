package dev.sluice.integration.sandbox.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sluice.integration.sandbox.journal.Event;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** How an invocation ended, as far as the process that was to do it is concerned. */
sealed interface Outcome {

    /** The function answered. */
    record Answered(String payload) implements Outcome {}

    /** The function threw; what the runtime says of it. The process goes on. */
    record Threw(String payload) implements Outcome {}

    /** The process is of no more use: it ended by itself, or was killed. */
    record Lost(String payload) implements Outcome {}

    /** The function could not be made. */
    record NotMade(String payload) implements Outcome {}

    /** Whether the process can take another. */
    default boolean leavesProcess() {
        return switch (this) {
            case Answered answered -> true;
            case Threw threw -> true;
            case Lost lost -> false;
            case NotMade notMade -> false;
        };
    }

    /**
     * In a word, for the journal: {@code answered}, or the type of the error. Its message may hold anything, but where the
     * function was not even made: it had seen no event then.
     */
    default String word() {
        return switch (this) {
            case Answered answered -> "answered";
            case Threw(var payload) -> errorType(payload);
            case Lost(var payload) -> errorType(payload);
            case NotMade(var payload) ->
                Event.Invoked.NOT_MADE + tree(payload).path("errorMessage").asText();
        };
    }

    /** What the caller gets. */
    default Functions.Answer answer() {
        return switch (this) {
            case Answered(var payload) -> new Functions.Answer.Answered(payload);
            case Threw(var payload) -> new Functions.Answer.Failed(payload);
            case Lost(var payload) -> new Functions.Answer.Failed(payload);
            case NotMade(var payload) -> new Functions.Answer.Failed(payload);
        };
    }

    /** The time was up, in Lambda's own words. */
    static Outcome timedOut(Instant now, String request, Duration timeout) {
        var seconds = String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0);
        return new Lost(
                json(Map.of("errorMessage", now + " " + request + " Task timed out after " + seconds + " seconds")));
    }

    /** The process ended by itself, in Lambda's own words. */
    static Outcome exited(String request, int status) {
        var reason = status == 0 ? "without providing a reason" : "with error: exit status " + status;
        return new Lost(json(Map.of(
                "errorType",
                "Runtime.ExitError",
                "errorMessage",
                "RequestId: " + request + " Error: Runtime exited " + reason)));
    }

    private static String errorType(String payload) {
        var failure = tree(payload);
        var type = failure.path("errorType").asText();
        if (!type.isEmpty()) {
            return type;
        }
        return failure.path("errorMessage").asText().contains("Task timed out") ? "timed out" : "failed";
    }

    private static JsonNode tree(String payload) {
        try {
            return new ObjectMapper().readTree(payload);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String json(Map<String, String> fields) {
        try {
            return new ObjectMapper().writeValueAsString(fields);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
