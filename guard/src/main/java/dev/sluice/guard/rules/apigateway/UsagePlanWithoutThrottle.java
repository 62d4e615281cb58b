package dev.sluice.guard.rules.apigateway;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A usage plan that does not say how many requests its clients may make. */
public final class UsagePlanWithoutThrottle implements Rule {

    private static final Card CARD = new Card(
            "apigateway-usage-plan-without-throttle",
            Severity.WARNING,
            "A usage plan has no limit of requests",
            "Each client with a key of this plan may take all that the stage may take, and keep the others out.",
            "Give it throttle_settings with rate_limit and burst_limit, or a throttle block for each stage's methods.",
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_api_gateway_usage_plan").stream()
                .filter(plan -> !limits(plan) && !limitsMethods(plan))
                .map(plan -> broken(plan, "it has no throttle_settings with a rate and a burst"));
    }

    private static boolean limits(Resource plan) {
        var settings = plan.at("throttle_settings");
        return !settings.at("rate_limit").isAbsent()
                || !settings.at("burst_limit").isAbsent();
    }

    private static boolean limitsMethods(Resource plan) {
        var stages = plan.at("api_stages");
        return !stages.each().isEmpty()
                && stages.each().stream()
                        .noneMatch(stage -> stage.at("throttle").each().isEmpty());
    }
}
