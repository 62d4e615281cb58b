package dev.sluice.compliance.live;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.CONTENT_BASED_DEDUPLICATION;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.DELAY_SECONDS;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.FIFO_QUEUE;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.KMS_DATA_KEY_REUSE_PERIOD_SECONDS;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.KMS_MASTER_KEY_ID;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.MAXIMUM_MESSAGE_SIZE;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.MESSAGE_RETENTION_PERIOD;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.POLICY;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.QUEUE_ARN;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_ALLOW_POLICY;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_POLICY;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.SQS_MANAGED_SSE_ENABLED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import dev.sluice.guard.graph.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Reads SQS: each queue, with all that it says of itself.
 *
 * <p>A queue is {@code aws_sqs_queue.NAME}. Its policy and its redrive policies are its own attributes, not resources beside
 * it: the account does not tell which of both ways they were written.
 */
final class QueueReader implements ServiceReader {

    private static final Service SQS = new Service("sqs");

    /** The most that SQS lists at once; without a number it lists no second page. */
    private static final int PAGE = 1_000;

    private static final Map<QueueAttributeName, String> TEXTS = Map.of(
            QUEUE_ARN, "arn",
            POLICY, "policy",
            REDRIVE_POLICY, "redrive_policy",
            REDRIVE_ALLOW_POLICY, "redrive_allow_policy",
            KMS_MASTER_KEY_ID, "kms_master_key_id");

    /** In seconds, the size in bytes. */
    private static final Map<QueueAttributeName, String> NUMBERS = Map.of(
            VISIBILITY_TIMEOUT, "visibility_timeout_seconds",
            MESSAGE_RETENTION_PERIOD, "message_retention_seconds",
            DELAY_SECONDS, "delay_seconds",
            RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "receive_wait_time_seconds",
            MAXIMUM_MESSAGE_SIZE, "max_message_size",
            KMS_DATA_KEY_REUSE_PERIOD_SECONDS, "kms_data_key_reuse_period_seconds");

    private static final Map<QueueAttributeName, String> TRUTHS = Map.of(
            SQS_MANAGED_SSE_ENABLED, "sqs_managed_sse_enabled",
            FIFO_QUEUE, "fifo_queue",
            CONTENT_BASED_DEDUPLICATION, "content_based_deduplication");

    private final SqsClient sqs;

    QueueReader(SqsClient sqs) {
        this.sqs = sqs;
    }

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        var bearing = new HashSet<>(tagged.of("sqs", ""));
        return SQS
                .list(
                        "ListQueues",
                        () -> sqs.listQueuesPaginator(request -> request.maxResults(PAGE))
                                .queueUrls())
                .stream()
                .filter(url -> scope.names(name(url)) || bearing.contains(name(url)))
                .flatMap(url -> queue(url, unread))
                .toList();
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private Stream<Resource> queue(String url, Unread unread) {
        var queue = LiveResource.of("aws_sqs_queue", name(url))
                .text("name", name(url))
                .text("url", url)
                .text("id", url);
        return SQS
                .about(queue, unread)
                .of(
                        "GetQueueAttributes",
                        () -> sqs.getQueueAttributes(
                                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                                .attributes(),
                        attributes -> told(queue, attributes),
                        attributes())
                .of(
                        "ListQueueTags",
                        () -> sqs.listQueueTags(request -> request.queueUrl(url))
                                .tags(),
                        queue::tags,
                        List.of("tags", "tags_all"))
                .made()
                .stream();
    }

    private static void told(LiveResource queue, Map<QueueAttributeName, String> attributes) {
        TEXTS.forEach((name, attribute) -> queue.text(attribute, attributes.get(name)));
        NUMBERS.forEach((name, attribute) -> {
            var number = attributes.get(name);
            queue.number(attribute, number == null ? null : Long.valueOf(number));
        });
        TRUTHS.forEach((name, attribute) -> {
            var truth = attributes.get(name);
            queue.truth(attribute, truth == null ? null : Boolean.valueOf(truth));
        });
    }

    private static List<String> attributes() {
        var all = new ArrayList<>(TEXTS.values());
        all.addAll(NUMBERS.values());
        all.addAll(TRUTHS.values());
        return all;
    }
}
