package dev.sluice.infra.construct;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.hashicorp.cdktf.providers.aws.sqs_queue.SqsQueue;
import dev.sluice.blueprint.Resource;
import dev.sluice.infra.iam.PolicyDocument;
import dev.sluice.infra.iam.Statement;
import dev.sluice.infra.iam.Statement.Principal.Service;
import dev.sluice.infra.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/** An encrypted queue: one of work, with the queue of its dead letters beside it, or one of dead letters alone. */
final class Queue {

    /** How long a dead letter that somebody reads is hidden from the next reader. */
    private static final Duration HIDDEN = Duration.ofMinutes(5);

    /**
     * Who puts into a queue of dead letters what it could not deliver.
     *
     * @param sid what the queue's policy calls it
     * @param service the service that puts it there
     * @param source the ARN of the one thing that it may come from
     */
    record Undelivered(String sid, String service, String source) {

        static Undelivered byTopic(String arn) {
            return new Undelivered("UndeliveredByTheTopic", "sns.amazonaws.com", arn);
        }

        static Undelivered byRule(String arn) {
            return new Undelivered("UndeliveredByTheRule", "events.amazonaws.com", arn);
        }
    }

    private final SqsQueue queue;

    private Queue(String name, SqsQueue.Builder builder) {
        queue = Address.keep(name, builder.build());
    }

    /** A queue of work; it hands what was received too often to {@code deadLetters}. */
    static Queue work(Construct scope, Resource.Queue resource, Queue deadLetters, Settings settings, StackKey key) {
        var redrive = JsonNodeFactory.instance
                .objectNode()
                .put("deadLetterTargetArn", deadLetters.arn())
                .put("maxReceiveCount", resource.receives());
        return new Queue(
                resource.name(),
                builder(scope, resource.name(), resource.retention(), resource.visibilityTimeout(), settings, key)
                        .redrivePolicy(redrive.toString())
                        .redriveAllowPolicy(nobody()));
    }

    /**
     * A queue of dead letters.
     *
     * @param from the queue of work that may redrive into it; its ARN is made from its name, since each names the other
     * @param undelivered who puts into it what it could not deliver
     */
    static Queue deadLetters(
            Construct scope,
            Resource.DeadLetterQueue resource,
            Optional<Resource.Queue> from,
            Optional<Undelivered> undelivered,
            Settings settings,
            StackKey key,
            Location location) {
        var builder = builder(scope, resource.name(), resource.retention(), HIDDEN, settings, key)
                .redriveAllowPolicy(from.map(queue -> only(location.arn("sqs", settings.nameOf(queue.name()))))
                        .orElseGet(Queue::nobody));
        undelivered.ifPresent(by -> builder.policy(PolicyDocument.of(List.of(Statement.allow(
                        by.sid(),
                        List.of("sqs:SendMessage"),
                        List.of(location.arn("sqs", settings.nameOf(resource.name()))))
                .to(new Service(by.service()))
                .when("ArnEquals", "aws:SourceArn", by.source())))));
        return new Queue(resource.name(), builder);
    }

    String url() {
        return queue.getUrl();
    }

    String arn() {
        return queue.getArn();
    }

    String name() {
        return queue.getName();
    }

    private static SqsQueue.Builder builder(
            Construct scope, String name, Duration retention, Duration hidden, Settings settings, StackKey key) {
        return SqsQueue.Builder.create(scope, name + "-queue")
                .name(settings.nameOf(name))
                .messageRetentionSeconds(retention.toSeconds())
                .visibilityTimeoutSeconds(hidden.toSeconds())
                .kmsMasterKeyId(key.arn())
                // How long SQS reuses a data key before it asks for another: cheaper, and no longer than its default.
                .kmsDataKeyReusePeriodSeconds(300);
    }

    private static String nobody() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("redrivePermission", "denyAll")
                .toString();
    }

    private static String only(String queueArn) {
        var json = JsonNodeFactory.instance.objectNode().put("redrivePermission", "byQueue");
        json.putArray("sourceQueueArns").add(queueArn);
        return json.toString();
    }
}
