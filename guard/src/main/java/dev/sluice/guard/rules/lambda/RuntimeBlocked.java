package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A function with a runtime that Lambda no longer takes. */
public final class RuntimeBlocked implements Rule {

    private static final Card CARD = new Card(
            "lambda-runtime-blocked",
            Severity.ERROR,
            "A function's runtime can no longer be deployed",
            "Lambda refuses to create or change functions with this runtime: the deploy fails, and with it every fix.",
            "Set runtime to a newer one of the same language.",
            "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream().flatMap(function -> found(cloud, function));
    }

    private Stream<Finding> found(Cloud cloud, Resource function) {
        var today = cloud.expectations().today();
        return Runtimes.of(cloud, function).stream()
                .filter(runtime -> !today.isBefore(runtime.noUpdate()))
                .map(runtime ->
                        broken(function, runtime.name() + " has been refused by Lambda since " + runtime.noUpdate()));
    }
}
