package dev.sluice.guard.rules.sqs;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Failures;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.TextJson;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A dead-letter queue that any queue of the account may name as its own. */
public final class DeadLettersFromAnyQueue implements Rule {

    private static final Card CARD = new Card(
            "sqs-dead-letters-from-any-queue",
            Severity.NOTE,
            "Any queue of the account may fail into a dead-letter queue",
            "Somebody else's queue may be pointed at it. Its messages then lie among these, and whoever redrives them sends "
                    + "them to a function that does not know them.",
            "Say which queues may in redrive_allow_policy, with redrivePermission byQueue and their sourceQueueArns; denyAll "
                    + "where only functions and topics fail into it.",
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html");

    private static final String QUEUE = "aws_sqs_queue";
    private static final String ALLOW = "aws_sqs_queue_redrive_allow_policy";

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        // Those that something fails into: a queue that merely has the name may be used otherwise.
        var targets = cloud.failures().hops().stream()
                .map(Failures.Hop::target)
                .flatMap(target -> cloud.graph().behind(target, QUEUE).stream())
                .collect(Collectors.toSet());
        return cloud.of(QUEUE).stream().filter(targets::contains).flatMap(queue -> found(cloud, queue));
    }

    private Stream<Finding> found(Cloud cloud, Resource queue) {
        var said = new ArrayList<Value>();
        said.add(cloud.written(queue, "redrive_allow_policy"));
        cloud.attachments()
                .of(queue, ALLOW, "queue_url")
                .forEach(block -> said.add(cloud.at(block, "redrive_allow_policy")));
        said.removeIf(policy ->
                policy.isAbsent() || policy.asText().filter(String::isEmpty).isPresent());
        if (said.isEmpty()) {
            return cloud.attachments().mayBeMore(ALLOW, "queue_url", QUEUE)
                    ? Stream.of(cannotTell(queue, "which queue a redrive allow policy is about is not known"))
                    : Stream.of(broken(queue, "nothing says which queues may fail into it, so all may"));
        }
        return said.stream().flatMap(policy -> judged(queue, policy)).limit(1);
    }

    private Stream<Finding> judged(Resource queue, Value policy) {
        var read = policy instanceof Value.Text text ? TextJson.read(text).orElse(policy) : policy;
        if (!(read instanceof Value.Fields fields)) {
            return Stream.of(cannotTell(queue, "its redrive allow policy is not known before a deploy"));
        }
        var permission = fields.at("redrivePermission");
        return permission.isAbsent()
                        || permission.asText().filter("allowAll"::equals).isPresent()
                ? Stream.of(broken(queue, "its redrive allow policy is allowAll"))
                : Stream.empty();
    }
}
