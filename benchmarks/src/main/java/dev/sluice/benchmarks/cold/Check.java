package dev.sluice.benchmarks.cold;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;

/** Tells whether a function has done what an event asks for: what answers wrongly is fast for nothing. */
@FunctionalInterface
interface Check {

    JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);
    long ACCEPTED = 202;

    /** Whether the answer is right, and AWS was asked for what the event makes necessary. */
    boolean isRight(String answer, Event event, FakeAws aws);

    /** Both hold. */
    default Check and(Check other) {
        return (answer, event, aws) -> isRight(answer, event, aws) && other.isRight(answer, event, aws);
    }

    /** The last request for that operation was made for this event. */
    static Check asks(String operation) {
        return (answer, event, aws) -> aws.last(operation).contains(event.mark());
    }

    /** The caller is told that its request was accepted. */
    static Check accepted() {
        return (answer, event, aws) -> Fields.parse(READER, answer).integer("statusCode") == ACCEPTED;
    }

    /** Nothing of a batch is to come again. */
    static Check noFailures() {
        return (answer, event, aws) -> Fields.parse(READER, answer)
                .listing("batchItemFailures")
                .items()
                .isEmpty();
    }
}
