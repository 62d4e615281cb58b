package dev.sluice.compliance.aws;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The tags of queues, by URL. */
record QueueTags(SqsClient sqs) implements Tagging {

    static final Set<String> ABSENT = Set.of("AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist");

    @Override
    public Optional<Map<String, String>> tags(String url) {
        return Calls.find(
                "SQS ListQueueTags",
                ABSENT,
                () -> sqs.listQueueTags(request -> request.queueUrl(url)).tags());
    }

    @Override
    public void add(String url, Map<String, String> tags) {
        Calls.make(
                "SQS TagQueue",
                () -> sqs.tagQueue(request -> request.queueUrl(url).tags(tags)));
    }
}
