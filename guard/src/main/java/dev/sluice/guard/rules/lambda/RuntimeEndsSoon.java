package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A function with a runtime that will end soon. */
public final class RuntimeEndsSoon implements Rule {

    private static final Card CARD = new Card(
            "lambda-runtime-ends-soon",
            Severity.NOTE,
            "A function's runtime ends within half a year",
            "After that day the runtime gets no security updates, and soon after functions with it can no longer be deployed.",
            "Set runtime to a newer one of the same language, and try the code with it before the date.",
            "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html");

    private static final int DAYS_OF_NOTICE = 180;

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
                .filter(runtime -> today.isBefore(runtime.deprecated())
                        && !today.plusDays(DAYS_OF_NOTICE).isBefore(runtime.deprecated()))
                .map(runtime -> broken(function, runtime.name() + " will be deprecated on " + runtime.deprecated()));
    }
}
