package dev.sluice.guard.rules.kms;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An alarm that cannot publish to its topic, as the topic's key does not let CloudWatch use it. */
public final class AlarmLockedOut implements Rule {

    private static final Card CARD = new Card(
            "kms-alarm-locked-out",
            Severity.ERROR,
            "The key of an alarm's topic does not let CloudWatch use it",
            "The alarm goes off and its action fails, which is to be seen in the alarm's history and nowhere else. Nobody is "
                    + "told.",
            "Encrypt the topic with a key of your own and allow the service cloudwatch.amazonaws.com kms:Decrypt and "
                    + "kms:GenerateDataKey* in its policy. With alias/aws/sns it cannot work.",
            "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html");

    private static final List<String> ACTIONS = List.of("alarm_actions", "ok_actions", "insufficient_data_actions");
    private static final String SERVICE = "cloudwatch.amazonaws.com";

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        Map<Resource, List<Resource>> alarms = new LinkedHashMap<>();
        for (var alarm : cloud.of("aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm")) {
            for (var attribute : ACTIONS) {
                for (var action : alarm.at(attribute).each()) {
                    for (var topic : cloud.graph().behind(action, "aws_sns_topic")) {
                        alarms.computeIfAbsent(topic, ignored -> new ArrayList<>())
                                .add(alarm);
                    }
                }
            }
        }
        return alarms.entrySet().stream()
                .filter(entry -> !entry.getKey().data())
                .flatMap(entry -> found(cloud, entry.getKey(), entry.getValue()).stream());
    }

    /** One finding a topic: the first alarm that is locked out, or else the first of which it cannot be told. */
    private Optional<Finding> found(Cloud cloud, Resource topic, List<Resource> alarms) {
        var verdicts = alarms.stream()
                .flatMap(alarm -> Reach.of(cloud, topic, SERVICE, alarm).stream())
                .toList();
        return verdicts.stream()
                .filter(Finding.Broken.class::isInstance)
                .findFirst()
                .or(() -> verdicts.stream().findFirst())
                .map(verdict -> new Finding(card(), verdict, topic.address(), topic.place()));
    }
}
