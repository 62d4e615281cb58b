package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Functions;
import dev.sluice.guard.cloud.Invocation;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** Something that calls a function's latest code, although it is its versions that are kept ready. */
public final class AliasBypassed implements Rule {

    private static final Card CARD = new Card(
            "lambda-alias-bypassed",
            Severity.WARNING,
            "A caller passes by the alias whose executions are kept ready",
            "SnapStart and provisioned concurrency are for published versions. Who calls the function without a qualifier "
                    + "gets the latest code and its cold starts, and what was paid for is not used.",
            "Call the alias: aws_lambda_alias.NAME.arn, or its invoke_arn for an API.",
            "https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream().flatMap(function -> {
            var kept = kept(cloud, function);
            return kept.isEmpty()
                    ? Stream.empty()
                    : cloud.invocations().of(function).stream()
                            .filter(AliasBypassed::passesBy)
                            .map(Invocation::by)
                            .distinct()
                            .map(by -> broken(by, "it calls the latest code of " + function + ", and " + kept));
        });
    }

    /** A permission calls nobody. */
    private static boolean passesBy(Invocation call) {
        return call.named().qualifier() instanceof Functions.Qualifier.Latest
                && !call.by().type().equals("aws_lambda_permission");
    }

    private static String kept(Cloud cloud, Resource function) {
        var provisioned = Provisioned.of(cloud, function);
        if (!provisioned.isEmpty()) {
            return provisioned.getFirst() + " keeps executions of another qualifier ready";
        }
        return Provisioned.hasSnapStart(cloud, function) ? "SnapStart is of its published versions only" : "";
    }
}
