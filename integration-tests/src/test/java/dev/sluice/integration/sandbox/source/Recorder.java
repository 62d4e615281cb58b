package dev.sluice.integration.sandbox.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.integration.sandbox.host.Functions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Functions that keep what they are invoked with and answer as a test says. */
final class Recorder implements Functions {

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Function<JsonNode, Answer> answers = event -> new Answer.Answered("{\"batchItemFailures\":[]}");

    /** An invocation. */
    record Call(String function, JsonNode event, String by) {
        List<JsonNode> records() {
            return StreamSupport.stream(event.path("Records").spliterator(), false)
                    .toList();
        }
    }

    void answers(Function<JsonNode, Answer> by) {
        answers = by;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    static Answer failed() {
        return new Answer.Failed("{\"errorType\":\"Broken\"}");
    }

    static Answer names(String id) {
        return new Answer.Answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + id + "\"}]}");
    }

    @Override
    public Answer now(String function, String event, String by) {
        var json = Json.read(event);
        calls.add(new Call(function, json, by));
        return answers.apply(json);
    }

    @Override
    public void later(String function, String event, String by) {
        calls.add(new Call(function, Json.read(event), by));
    }

    @Override
    public boolean isIdle() {
        return true;
    }
}
