package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** Provisioned concurrency for code that has no version. */
public final class ProvisionedWithoutVersion implements Rule {

    private static final String LATEST = "$LATEST";

    private static final Card CARD = new Card(
            "lambda-provisioned-without-version",
            Severity.ERROR,
            "Provisioned concurrency is for a version that is not published",
            "Lambda keeps executions ready for published versions and their aliases only, and refuses $LATEST: the deploy "
                    + "fails.",
            "Set publish = true, point an aws_lambda_alias at the function's version, and name the alias as the qualifier.",
            "https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of(Provisioned.TYPE).stream().flatMap(config -> found(cloud, config));
    }

    private Stream<Finding> found(Cloud cloud, Resource config) {
        var version = version(cloud, config);
        if (cloud.graph().spelled(version).asText().filter(LATEST::equals).isPresent()) {
            return Stream.of(broken(config, "it is for $LATEST"));
        }
        var function = cloud.graph().target(version, "aws_lambda_function");
        if (function.isEmpty()
                || function.get().data()
                || version.references().stream()
                        .noneMatch(reference -> reference.attribute().equals("version"))) {
            return Stream.empty();
        }
        var publish = cloud.at(function.get(), "publish");
        if (publish.isOpen()) {
            return Stream.of(
                    cannotTell(config, "whether " + function.get() + " publishes versions is decided by a deploy"));
        }
        return publish.asTruth().orElse(false)
                ? Stream.empty()
                : Stream.of(broken(
                        config, "the version of " + function.get() + " is $LATEST, as it does not say publish = true"));
    }

    /** What the qualifier comes to: an alias's version, where it is an alias of the infrastructure. */
    private static Value version(Cloud cloud, Resource config) {
        var qualifier = config.at("qualifier");
        return cloud.graph()
                .target(qualifier, "aws_lambda_alias")
                .map(alias -> alias.at("function_version"))
                .orElse(qualifier);
    }
}
