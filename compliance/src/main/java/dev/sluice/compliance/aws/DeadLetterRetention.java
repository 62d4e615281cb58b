package dev.sluice.compliance.aws;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.MESSAGE_RETENTION_PERIOD;

import dev.sluice.compliance.port.RepairTarget;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.repair.Wording;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How long a queue keeps its messages; the target is its URL. */
record DeadLetterRetention(SqsClient sqs, QueueTags queues) implements RepairTarget {

    @Override
    public Optional<Present> present(Planned planned) {
        return seconds(planned.target())
                .flatMap(seconds ->
                        queues.tags(planned.target()).map(tags -> new Present(Wording.seconds(seconds), tags)));
    }

    private Optional<Long> seconds(String url) {
        return Calls.find(
                        "SQS GetQueueAttributes",
                        QueueTags.ABSENT,
                        () -> sqs.getQueueAttributes(
                                        request -> request.queueUrl(url).attributeNames(MESSAGE_RETENTION_PERIOD))
                                .attributes())
                .map(attributes -> Long.valueOf(attributes.get(MESSAGE_RETENTION_PERIOD)));
    }

    @Override
    public void change(Planned planned) {
        var seconds = Long.toString(Wording.secondsIn(planned.after()));
        Calls.make(
                "SQS SetQueueAttributes",
                () -> sqs.setQueueAttributes(request ->
                        request.queueUrl(planned.target()).attributes(Map.of(MESSAGE_RETENTION_PERIOD, seconds))));
    }
}
