package dev.sluice.guard.rules.cloudwatch;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A dead-letter queue that no alarm is about. */
public final class DeadLettersUnwatched implements Rule {

    private static final Card CARD = new Card(
            "cloudwatch-dead-letters-unwatched",
            Severity.WARNING,
            "No alarm says that there are dead letters",
            "What failed lies there until its retention ends, and is then gone without anyone having known of it.",
            "Give the queue an alarm on ApproximateNumberOfMessagesVisible over 0 (Maximum), with treat_missing_data "
                    + "notBreaching, and one on ApproximateAgeOfOldestMessage well below its retention.",
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/"
                    + "dead-letter-queues-alarms-cloudwatch.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_sqs_queue").stream()
                .filter(queue -> cloud.failures().isDeadLetterQueue(queue))
                .flatMap(queue -> found(cloud, queue));
    }

    private Stream<Finding> found(Cloud cloud, Resource queue) {
        return switch (cloud.alarms().watch(queue)) {
            case YES -> Stream.empty();
            case NO -> Stream.of(broken(queue, "others fail into it, and no alarm is about it"));
            case CANNOT_TELL ->
                Stream.of(cannotTell(queue, "an alarm is about something that is not known, which may be this queue"));
        };
    }
}
