package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Invocation;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A function that nobody waits for, and whose failures go nowhere. */
public final class NoFailureTarget implements Rule {

    private static final Card CARD = new Card(
            "lambda-no-failure-target",
            Severity.WARNING,
            "What an asynchronous function fails at is lost",
            "Lambda tries an asynchronous event three times. After that the event is gone, and nobody can say later what it "
                    + "was.",
            "Give the function a dead_letter_config with a queue's ARN, or an aws_lambda_function_event_invoke_config with "
                    + "an on_failure destination, and its role the right to send there.",
            "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream()
                .filter(function -> !hasTarget(cloud, function))
                .flatMap(function -> found(cloud, function));
    }

    private Stream<Finding> found(Cloud cloud, Resource function) {
        // Who calls it from code elsewhere, and whether he waits, is not written here, and of no function it ever is.
        var asynchronous = cloud.invocations().of(function).stream()
                .filter(call -> call.way() == Invocation.Way.ASYNCHRONOUS)
                .findFirst();
        if (asynchronous.isEmpty()) {
            return Stream.empty();
        }
        var by = asynchronous.get().by();
        return Stream.of(
                mayHaveTarget(cloud, function)
                        ? cannotTell(function, "whether it has a target for failures is decided by a deploy")
                        : broken(
                                function,
                                waitsNot(by) + ", and it has neither a dead_letter_config nor an on_failure "
                                        + "destination"));
    }

    private static String waitsNot(Resource by) {
        return by.type().equals("aws_lambda_permission")
                ? by + " is for a service that does not wait for it"
                : by + " does not wait for it";
    }

    private static boolean hasTarget(Cloud cloud, Resource function) {
        return isSaid(function.at("dead_letter_config", "target_arn"))
                || cloud.failures().invokeConfigs(function).stream().anyMatch(config -> isSaid(onFailure(config)));
    }

    private static boolean mayHaveTarget(Cloud cloud, Resource function) {
        return !function.at("dead_letter_config", "target_arn").isAbsent()
                || cloud.failures().invokeConfigs(function).stream()
                        .anyMatch(config -> !onFailure(config).isAbsent())
                || cloud.of("aws_lambda_function_event_invoke_config").stream()
                        .anyMatch(config -> cloud.functions()
                                        .named(config.at("function_name"))
                                        .isEmpty()
                                && !config.at("function_name").isKnown());
    }

    private static Value onFailure(Resource config) {
        return config.at("destination_config", "on_failure", "destination");
    }

    /** An empty text is how modules say that there is none. */
    private static boolean isSaid(Value target) {
        return target instanceof Value.Text text
                && text.literal().filter(String::isEmpty).isEmpty();
    }
}
