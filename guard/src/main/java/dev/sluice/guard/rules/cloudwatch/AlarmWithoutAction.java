package dev.sluice.guard.rules.cloudwatch;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** An alarm that nobody hears. */
public final class AlarmWithoutAction implements Rule {

    private static final Card CARD = new Card(
            "cloudwatch-alarm-without-action",
            Severity.WARNING,
            "An alarm tells nobody",
            "It turns red on a page that somebody would have to look at in that minute.",
            "Give it alarm_actions with the ARN of a topic that people are subscribed to, and leave actions_enabled true.",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        boolean allHeard = cloud.of("aws_cloudwatch_event_rule").stream().anyMatch(rule -> hearsAll(cloud, rule));
        return cloud.of("aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm").stream()
                .filter(alarm -> !allHeard && !isAskedFor(cloud, alarm))
                .flatMap(alarm -> why(cloud, alarm).stream().map(why -> broken(alarm, why)));
    }

    private static Optional<String> why(Cloud cloud, Resource alarm) {
        if (!cloud.truth(alarm, "actions_enabled").orElse(true)) {
            return Optional.of("its actions_enabled is false");
        }
        boolean told = !isNone(cloud.at(alarm, "alarm_actions"))
                || !isNone(cloud.at(alarm, "insufficient_data_actions"))
                || (tellsOfOk(cloud, alarm) && !isNone(cloud.at(alarm, "ok_actions")));
        return told ? Optional.empty() : Optional.of("it has no alarm_actions");
    }

    /** One that is written the wrong way round, and is OK where there is too much, tells of that. */
    private static boolean tellsOfOk(Cloud cloud, Resource alarm) {
        return cloud.text(alarm, "comparison_operator")
                .filter(operator -> operator.startsWith("LessThan"))
                .isPresent();
    }

    private static boolean isNone(Value actions) {
        return actions.each().stream()
                .allMatch(action -> action.isAbsent()
                        || action.asText().filter(String::isEmpty).isPresent());
    }

    /** EventBridge may be told of every alarm's change of state; of which ones is not always known. */
    private static boolean hearsAll(Cloud cloud, Resource rule) {
        return Stream.of(cloud.at(rule, "event_pattern"), rule.written().at("event_pattern"))
                .anyMatch(pattern -> pattern.toString().contains("aws.cloudwatch"));
    }

    /** Composite alarms, deployments and health checks look at the alarm themselves; a dashboard only shows it. */
    private static boolean isAskedFor(Cloud cloud, Resource alarm) {
        boolean referred = cloud.graph().referringTo(alarm).stream()
                .anyMatch(other -> !other.data() && !other.type().equals("aws_cloudwatch_dashboard"));
        return referred
                || cloud.text(alarm, "alarm_name")
                        .filter(name -> cloud.of("aws_cloudwatch_composite_alarm").stream()
                                .anyMatch(composite -> names(cloud, composite, name)))
                        .isPresent();
    }

    private static boolean names(Cloud cloud, Resource composite, String name) {
        var rule = cloud.at(composite, "alarm_rule").toString();
        return rule.contains("(" + name + ")") || rule.contains("\"" + name + "\"");
    }
}
