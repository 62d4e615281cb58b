package dev.sluice.integration.sandbox.alarm;

import static dev.sluice.integration.sandbox.alarm.Reading.samples;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can happen to a function (AWS, "Types of metrics for Lambda functions"). */
final class FunctionTroubles {

    static final String LAMBDA = "AWS/Lambda";

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration A_QUARTER = Duration.ofMinutes(15);
    private static final Duration ONCE = Duration.ofMinutes(1);

    private FunctionTroubles() {}

    static List<Trouble> of(Deployment deployment) {
        return deployment.functions().stream()
                .flatMap(function -> of(function).stream())
                .toList();
    }

    /** In what dimensions Lambda publishes: of the function, and of what it was invoked by. */
    static List<Map<String, String>> dimensions(DeployedFunction function) {
        var found = new ArrayList<Map<String, String>>();
        found.add(Map.of("FunctionName", function.name()));
        function.alias()
                .ifPresent(alias -> found.add(Map.of(
                        "FunctionName",
                        function.name(),
                        "Resource",
                        function.name() + alias.substring(alias.lastIndexOf(':')))));
        return found;
    }

    private static List<Trouble> of(DeployedFunction function) {
        var troubles = new ArrayList<>(List.of(
                fails(function),
                isSlow(function),
                isThrottled(function),
                Trouble.of(
                        function.name() + " is cut out of a loop",
                        ONCE,
                        Reading.once(LAMBDA, "RecursiveInvocationsDropped", dimensions(function)))));
        if (function.deadLetters().isPresent()) {
            troubles.add(Trouble.of(
                    function.name() + " gives up on an event and cannot put it into its dead-letter queue",
                    ONCE,
                    Reading.once(LAMBDA, "DeadLetterErrors", dimensions(function))));
        }
        return troubles;
    }

    /** 30 of 100 invocations within five minutes. */
    private static Trouble fails(DeployedFunction function) {
        return Trouble.of(
                function.name() + " fails",
                FIVE_MINUTES,
                reading(function, "Errors", samples(20, 0, 0, 0), samples(14, 0, 6, 1)),
                reading(function, "Invocations", samples(20, 1, 0, 0), samples(20, 1, 0, 0)));
    }

    /** One in twenty takes 95 % of its timeout, for a quarter of an hour; 100 of them in five minutes. */
    private static Trouble isSlow(DeployedFunction function) {
        var timeout = function.timeout().toMillis();
        return Trouble.of(
                function.name() + " is about to time out",
                A_QUARTER,
                reading(
                        function,
                        "Duration",
                        samples(20, timeout * 0.05, 0, 0),
                        samples(19, timeout * 0.05, 1, timeout * 0.95)));
    }

    /** 100 times within five minutes. */
    private static Trouble isThrottled(DeployedFunction function) {
        return Trouble.of(
                function.name() + " is throttled",
                FIVE_MINUTES,
                reading(function, "Throttles", samples(20, 0, 0, 0), samples(20, 1, 0, 0)));
    }

    private static Reading reading(DeployedFunction function, String metric, List<Double> well, List<Double> troubled) {
        return new Reading(LAMBDA, metric, dimensions(function), well, troubled);
    }
}
