package dev.sluice.guard.rules.sqs;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** A dead-letter queue that forgets sooner than it must. */
public final class ShortDeadLetterRetention implements Rule {

    private static final Card CARD = new Card(
            "sqs-short-dead-letter-retention",
            Severity.WARNING,
            "A dead-letter queue keeps its messages for less than 14 days",
            "What failed is gone for good when its time is up, and between SQS queues that time runs from when the message "
                    + "was first sent. A failure before a long weekend is then lost before anybody has looked.",
            "Set message_retention_seconds = 1209600, the 14 days that are SQS's most.",
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html");

    private static final BigDecimal MOST = BigDecimal.valueOf(1_209_600);
    private static final BigDecimal A_DAY = BigDecimal.valueOf(86_400);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_sqs_queue").stream()
                .filter(cloud.failures()::isDeadLetterQueue)
                .flatMap(queue -> found(cloud, queue));
    }

    private Stream<Finding> found(Cloud cloud, Resource queue) {
        var retention = cloud.at(queue, "message_retention_seconds");
        if (retention.isAbsent()) {
            return Stream.of(broken(queue, "it does not say how long it keeps messages, which is then 4 days"));
        }
        return retention
                .asNumber()
                .map(seconds -> seconds.compareTo(MOST) < 0
                        ? Stream.of(broken(
                                queue, "it keeps messages for " + seconds.toPlainString() + " s" + days(seconds)))
                        : Stream.<Finding>empty())
                .orElseGet(
                        () -> Stream.of(cannotTell(queue, "how long it keeps messages is not known before a deploy")));
    }

    private static String days(BigDecimal seconds) {
        return seconds.remainder(A_DAY).signum() == 0
                ? " (days: " + seconds.divideToIntegralValue(A_DAY).toPlainString() + ")"
                : "";
    }
}
