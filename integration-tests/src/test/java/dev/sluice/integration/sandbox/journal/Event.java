package dev.sluice.integration.sandbox.journal;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Something that happened in the sandbox. */
public sealed interface Event {

    /**
     * A call to AWS was judged.
     *
     * @param caller the name of a role, or a service: {@code sns.amazonaws.com}
     * @param action {@code sqs:SendMessage}
     * @param resource the ARN of what it was done with
     * @param said what else the call says: condition keys with their values
     * @param allowed whether the deployed policies allow it
     * @param why by which statement, or why not
     */
    record Asked(String caller, String action, String resource, Map<String, String> said, boolean allowed, String why)
            implements Event {}

    /**
     * A fault was answered instead of what AWS would have.
     *
     * @param caller the name of a role
     * @param action the call
     * @param fault what was answered
     */
    record Faulted(String caller, String action, String fault) implements Event {}

    /**
     * A function was invoked.
     *
     * @param function its name
     * @param request the invocation's id
     * @param by what invoked it: a route, a topic, a queue, a stream, {@code asynchronous}
     * @param attempt from 1
     * @param cold how long the start took, where the process was started for it; {@link Duration#ZERO} for a warm one
     * @param took from the event being handed over to the answer
     * @param outcome {@code answered}, or what it failed of
     * @param failed whether it failed
     */
    record Invoked(
            String function,
            String request,
            String by,
            int attempt,
            Duration cold,
            Duration took,
            String outcome,
            boolean failed)
            implements Event {

        /** How the outcome of a function begins that could not even be made; its reason follows. */
        public static final String NOT_MADE = "not made: ";

        /** Whether trying again is in vain: it will not be made then either. */
        public boolean isInVain() {
            return outcome.startsWith(NOT_MADE);
        }
    }

    /**
     * Something went from one place to another, or did not.
     *
     * @param from where it was: {@code POST /webhook}, a topic's name, a queue's, a table's
     * @param to where it went to
     * @param transactions the ids of transactions that are in it
     * @param arrived whether it got there
     * @param detail what there is to say, for people; no payload
     */
    record Passed(String from, String to, Set<String> transactions, boolean arrived, String detail) implements Event {

        /** Where a message goes whose topic has no subscription in the stack: people subscribe outside of it. */
        public static final String NOBODY = "nobody";
    }

    /**
     * A number for CloudWatch.
     *
     * @param namespace {@code AWS/Lambda}
     * @param metric {@code Errors}
     * @param dimensions what it is of
     * @param value the number, in the unit that CloudWatch has it in
     */
    record Measured(String namespace, String metric, Map<String, String> dimensions, double value) implements Event {}

    /**
     * A line that a function printed.
     *
     * @param function its name
     * @param line the line
     */
    record Printed(String function, String line) implements Event {}

    /**
     * A wait that AWS would have made and the sandbox left out.
     *
     * @param what what for
     * @param time how long
     */
    record Skipped(String what, Duration time) implements Event {}
}
