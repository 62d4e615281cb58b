package dev.sluice.benchmarks.cold;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;

/** Tells whether a function has done what an event asks for: what answers wrongly is fast for nothing. */
@FunctionalInterface
interface Check {

    JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    /** Whether the answer is right, and AWS was asked as it should be. */
    boolean isRight(String answer, Event event, FakeAws aws);

    /** The request was accepted. */
    static Check accepted() {
        return (answer, event, aws) -> Fields.parse(READER, answer).integer("statusCode") == 202;
    }

    /** The request was accepted, and its transaction is what was last published. */
    static Check acceptedAndPublished() {
        return (answer, event, aws) ->
                accepted().isRight(answer, event, aws) && aws.published().contains(event.mark());
    }

    /** Nothing of a batch comes again, and the operation was asked for once an event. */
    static Check noFailures() {
        return (answer, event, aws) ->
                Fields.parse(READER, answer).listing("batchItemFailures").items().isEmpty();
    }

    /** There is no answer to wrong: what fails ends in an error. */
    static Check anything() {
        return (answer, event, aws) -> true;
    }
}
