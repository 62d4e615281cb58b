package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** Provisioned concurrency and SnapStart at once. */
public final class ProvisionedWithSnapStart implements Rule {

    private static final Card CARD = new Card(
            "lambda-provisioned-with-snap-start",
            Severity.ERROR,
            "A function has provisioned concurrency and SnapStart",
            "Lambda does not do both for one version, and the deploy fails.",
            "Remove snap_start, or the provisioned concurrency.",
            "https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream()
                .filter(function -> Provisioned.hasSnapStart(cloud, function))
                .flatMap(function -> Provisioned.of(cloud, function).stream()
                        .map(config -> broken(config, function + " has SnapStart for its published versions")));
    }
}
