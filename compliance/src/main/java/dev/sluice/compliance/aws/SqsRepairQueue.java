package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.RepairQueue;
import dev.sluice.handlers.codec.JsonText;
import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends requests to an SQS queue. */
final class SqsRepairQueue implements RepairQueue {

    private final SqsClient sqs;
    private final String queueUrl;

    SqsRepairQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void request(Instant scan) {
        var body = JsonText.object(json -> json.writeStringField("scan", FindingsTable.time(scan)));
        try {
            sqs.sendMessage(request -> request.queueUrl(queueUrl).messageBody(body));
        } catch (SdkException e) {
            throw Failures.unavailable("SQS SendMessage (repairs)", e);
        }
    }
}
