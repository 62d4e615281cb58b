package dev.sluice.integration.sandbox.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What a queue says of itself.
 *
 * @param visibility how long what failed would be out of sight
 * @param redrive where it goes in the end
 */
record QueueSettings(Duration visibility, Optional<Redrive> redrive) {

    /**
     * A redrive policy.
     *
     * @param queue the ARN of the queue for dead letters
     * @param most what was received so often goes there
     */
    record Redrive(String queue, int most) {

        /** Those that nobody will receive again. */
        List<Message> last(List<Message> messages) {
            return messages.stream()
                    .filter(message -> Integer.parseInt(message.attributes()
                                    .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "0"))
                            >= most)
                    .toList();
        }
    }

    static QueueSettings of(Map<QueueAttributeName, String> told) {
        return new QueueSettings(
                Duration.ofSeconds(Long.parseLong(told.getOrDefault(QueueAttributeName.VISIBILITY_TIMEOUT, "30"))),
                Optional.ofNullable(told.get(QueueAttributeName.REDRIVE_POLICY))
                        .map(Json::read)
                        .map(policy -> new Redrive(
                                policy.path("deadLetterTargetArn").asText(),
                                policy.path("maxReceiveCount").asInt())));
    }
}
