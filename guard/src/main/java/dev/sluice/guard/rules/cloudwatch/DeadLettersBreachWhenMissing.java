package dev.sluice.guard.rules.cloudwatch;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** An alarm on a dead-letter queue that rings because the queue is empty. */
public final class DeadLettersBreachWhenMissing implements Rule {

    private static final Card CARD = new Card(
            "cloudwatch-dead-letters-breach-when-missing",
            Severity.WARNING,
            "An alarm on dead letters rings where there are none",
            "SQS sends no metrics of a queue that nothing has happened to for six hours, which is what a dead-letter queue "
                    + "should be: the alarm is red when all is well, and people learn to look away.",
            "treat_missing_data = \"notBreaching\".",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.alarms().all().stream()
                .filter(alarm -> is(cloud, alarm, "treat_missing_data", "breaching"))
                .filter(alarm -> cloud.text(alarm, "comparison_operator")
                        .filter(operator -> operator.startsWith("Greater"))
                        .isPresent())
                .flatMap(alarm -> cloud.alarms().metrics(alarm).stream()
                        .flatMap(metric -> cloud.alarms().of(metric, "aws_sqs_queue").stream())
                        .filter(queue -> cloud.failures().isDeadLetterQueue(queue))
                        .limit(1)
                        .map(queue -> broken(alarm, "it takes missing data of " + queue + " for breaching")));
    }

    private static boolean is(Cloud cloud, Resource alarm, String attribute, String value) {
        return cloud.text(alarm, attribute).filter(value::equals).isPresent();
    }
}
