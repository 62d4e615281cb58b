package dev.sluice.integration.sandbox.report;

import java.time.Duration;

/**
 * A test and how it ended.
 *
 * @param name its name, as the journal has it
 * @param what what it shows, in a sentence
 * @param outcome how it ended
 * @param took how long it took
 */
public record Shown(String name, String what, Outcome outcome, Duration took) {

    /** How a test ended. */
    public sealed interface Outcome {

        /** It held. */
        record Passed() implements Outcome {}

        /** It did not hold. */
        record Failed(String why) implements Outcome {}

        /** It was not run. */
        record Skipped(String why) implements Outcome {}
    }

    boolean passed() {
        return outcome instanceof Outcome.Passed;
    }

    boolean failed() {
        return outcome instanceof Outcome.Failed;
    }

    boolean skipped() {
        return outcome instanceof Outcome.Skipped;
    }
}
