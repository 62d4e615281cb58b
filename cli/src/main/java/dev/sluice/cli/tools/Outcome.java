package dev.sluice.cli.tools;

import java.time.Duration;

/** What became of a program that was run. */
public sealed interface Outcome {

    /** It ran to its end. */
    record Ended(int exitCode, String out, String err) implements Outcome {}

    /** It could not be started. */
    record NotStarted(String program, String why) implements Outcome {}

    /** It was stopped at its deadline. */
    record TooSlow(String program, Duration deadline) implements Outcome {}
}
