package dev.sluice.integration.sandbox.authorize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SQS (AWS, "Actions, resources, and condition keys for Amazon SQS"; "Amazon SQS key management", "Configure KMS permissions
 * for Amazon SQS"). A batch needs what one of its entries needs.
 */
final class QueueAsks implements Asks {

    private final Places places;
    private final KeyUse keys;

    QueueAsks(Places places, KeyUse keys) {
        this.places = places;
        this.keys = keys;
    }

    @Override
    public Optional<List<Needed>> of(Operation operation) {
        var asked = operation.request().json();
        var queue = places.queue(asked.path("QueueUrl").asText());
        return switch (operation.name()) {
            case "SendMessage", "SendMessageBatch" ->
                Optional.of(needs("SendMessage", queue, "GenerateDataKey", "Decrypt"));
            case "ReceiveMessage" -> Optional.of(needs("ReceiveMessage", queue, "Decrypt"));
            case "DeleteMessage", "DeleteMessageBatch" -> Optional.of(needs("DeleteMessage", queue));
            case "ChangeMessageVisibility", "ChangeMessageVisibilityBatch" ->
                Optional.of(needs("ChangeMessageVisibility", queue));
            case "GetQueueAttributes", "PurgeQueue" -> Optional.of(needs(operation.name(), queue));
            case "GetQueueUrl" ->
                Optional.of(needs(
                        "GetQueueUrl", places.queueNamed(asked.path("QueueName").asText())));
            default -> Optional.empty();
        };
    }

    private List<Needed> needs(String action, String queue, String... ofKey) {
        var needs = new ArrayList<Needed>();
        needs.add(Needed.of("sqs:" + action, queue));
        needs.addAll(keys.byCaller(queue, "sqs", Map.of("aws:sqs:arn", queue), ofKey));
        return needs;
    }
}
