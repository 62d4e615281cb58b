package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A function with a runtime that has ended. */
public final class RuntimeDeprecated implements Rule {

    private static final Card CARD = new Card(
            "lambda-runtime-deprecated",
            Severity.WARNING,
            "A function's runtime gets no security updates",
            "AWS has deprecated the runtime: it gets no updates and no support, and on a date that is set functions can no longer be created, then no longer changed.",
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
        var named = cloud.at(function, "runtime");
        var runtime = Runtimes.of(cloud, function);
        if (runtime.isEmpty()) {
            // What has no runtime is an image, and a name that is not in the table may be newer than it.
            return named.isAbsent()
                    ? Stream.empty()
                    : Stream.of(cannotTell(function, "nothing is known of the runtime " + named));
        }
        return runtime.stream()
                .filter(known -> !today.isBefore(known.deprecated()) && today.isBefore(known.noUpdate()))
                .map(known -> broken(
                        function,
                        known.name() + " was deprecated on " + known.deprecated() + "; from " + known.noCreate()
                                + " functions are not created with it, from " + known.noUpdate() + " not changed"));
    }
}
