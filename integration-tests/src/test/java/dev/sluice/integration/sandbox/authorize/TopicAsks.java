package dev.sluice.integration.sandbox.authorize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SNS (AWS, "Actions, resources, and condition keys for Amazon SNS"; "Managing Amazon SNS encryption keys and costs",
 * "Configure AWS KMS permissions").
 */
final class TopicAsks implements Asks {

    private final KeyUse keys;

    TopicAsks(KeyUse keys) {
        this.keys = keys;
    }

    @Override
    public Optional<List<Needed>> of(Operation operation) {
        var asked = operation.request().form();
        return switch (operation.name()) {
            case "Publish", "PublishBatch" ->
                Optional.of(publishing(asked.getOrDefault("TopicArn", asked.getOrDefault("TargetArn", "*"))));
            case "GetTopicAttributes" ->
                Optional.of(List.of(Needed.of(operation.action(), asked.getOrDefault("TopicArn", "*"))));
            default -> Optional.empty();
        };
    }

    private List<Needed> publishing(String topic) {
        var needs = new ArrayList<Needed>();
        needs.add(Needed.of("sns:Publish", topic));
        needs.addAll(keys.byCaller(topic, "sns", Map.of("aws:sns:topicArn", topic), "GenerateDataKey", "Decrypt"));
        return needs;
    }
}
