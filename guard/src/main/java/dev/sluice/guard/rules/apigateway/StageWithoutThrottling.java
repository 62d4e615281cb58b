package dev.sluice.guard.rules.apigateway;

import dev.sluice.guard.cloud.Apis.Stage;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A stage that takes as many requests as the account may have. */
public final class StageWithoutThrottling implements Rule {

    private static final Card CARD = new Card(
            "apigateway-stage-without-throttling",
            Severity.WARNING,
            "A stage has no limit of requests",
            "It takes what the account may take in a region, 10,000 requests a second for all APIs together where nobody "
                    + "raised it: one caller's loop makes every other API answer 429, and whatever is behind this one pays.",
            "REST: aws_api_gateway_method_settings with method_path \"*/*\", throttling_rate_limit and "
                    + "throttling_burst_limit. HTTP and WebSocket: both in the stage's default_route_settings.",
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.apis().stages().stream()
                .filter(stage -> !(stage.rest() ? isLimited(cloud, stage.by()) : hasRoutes(cloud, stage.by())))
                .map(stage -> broken(stage.by(), said(stage)));
    }

    private static String said(Stage stage) {
        return stage.rest()
                ? "no method settings give the stage a rate and a burst"
                : "its default_route_settings give no rate and burst";
    }

    /** Settings that may be this stage's, and settings of single methods, count too: somebody thought of it. */
    private static boolean isLimited(Cloud cloud, Resource stage) {
        return cloud.of("aws_api_gateway_method_settings").stream()
                .anyMatch(settings ->
                        cloud.apis().isAbout(settings, stage) != Told.NO && limits(cloud, settings.at("settings")));
    }

    private static boolean hasRoutes(Cloud cloud, Resource stage) {
        return limits(cloud, stage.at("default_route_settings"))
                || stage.at("route_settings").each().stream().anyMatch(route -> limits(cloud, route));
    }

    private static boolean limits(Cloud cloud, Value settings) {
        return isLimit(cloud, settings.at("throttling_rate_limit"))
                && isLimit(cloud, settings.at("throttling_burst_limit"));
    }

    /** The provider's default of -1 is no limit; a plan has 0 for a route's limit that is not given. */
    private static boolean isLimit(Cloud cloud, Value limit) {
        return !limit.isAbsent()
                && cloud.graph()
                        .spelled(limit)
                        .asNumber()
                        .filter(number -> number.signum() < 0)
                        .isEmpty();
    }
}
