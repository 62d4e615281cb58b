package dev.sluice.guard.rules.apigateway;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** A stage that keeps no record of its requests, or keeps it for ever. */
public final class StageWithoutAccessLog implements Rule {

    private static final Card CARD = new Card(
            "apigateway-stage-without-access-log",
            Severity.NOTE,
            "A stage has no access log with an end",
            "What the gateway refused itself (no key, too many requests, too large) is written nowhere else, and nobody can "
                    + "tell afterwards who called. A log group without retention keeps addresses of people, and costs, for ever.",
            "Give the stage access_log_settings with the ARN of an aws_cloudwatch_log_group that has retention_in_days. "
                    + "A REST API needs the account's CloudWatch role for it, which is set once a region.",
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        // What a deployment makes can have none: that it makes one is another rule's.
        return cloud.apis().stages().stream()
                .filter(stage -> !stage.by().type().equals("aws_api_gateway_deployment"))
                .flatMap(stage -> lacks(cloud, stage.by()).stream().map(lack -> broken(stage.by(), lack)));
    }

    private static Optional<String> lacks(Cloud cloud, Resource stage) {
        var settings = stage.at("access_log_settings");
        if (settings.each().isEmpty()) {
            return Optional.of("it has no access_log_settings");
        }
        return cloud.graph()
                .target(settings.at("destination_arn"), "aws_cloudwatch_log_group")
                .filter(group -> !group.data() && keepsForEver(cloud, group))
                .map(group -> "its log group " + group + " has no retention_in_days");
    }

    private static boolean keepsForEver(Cloud cloud, Resource group) {
        var days = cloud.at(group, "retention_in_days");
        return days.isAbsent()
                || days.asNumber().filter(number -> number.signum() == 0).isPresent();
    }
}
