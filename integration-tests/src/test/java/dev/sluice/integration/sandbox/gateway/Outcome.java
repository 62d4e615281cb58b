package dev.sluice.integration.sandbox.gateway;

/** What an integration came to. */
sealed interface Outcome {

    /** There is an answer. */
    record Answered(Sent sent) implements Outcome {}

    /** There is none, and API Gateway answers by itself. */
    record Refused(Refusal why) implements Outcome {}
}
