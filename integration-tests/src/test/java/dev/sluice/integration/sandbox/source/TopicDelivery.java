package dev.sluice.integration.sandbox.source;

import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.authorize.Published;
import dev.sluice.integration.sandbox.deployed.Arn;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.TopicSubscription;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.TransactionIds;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * What a topic does with a message (AWS, "Fanout to Lambda functions", "Amazon SNS dead-letter queues"): it tells every
 * function that subscribed; what it may not tell, or nobody is there to hear, goes to the subscription's queue and is not
 * tried again.
 */
final class TopicDelivery {

    private static final String SERVICE = "sns.amazonaws.com";
    private static final String NAMESPACE = "AWS/SNS";
    private static final String FAILED = "NumberOfNotificationsFailed";
    private static final String LOST = "NumberOfNotificationsFailedToRedriveToDlq";

    private final Supplier<Judge> judge;
    private final Stage stage;

    TopicDelivery(Supplier<Judge> judge, Stage stage) {
        this.judge = judge;
        this.stage = stage;
    }

    void deliver(Published message, Deployment deployment) {
        var all = deployment.subscriptions().stream()
                .filter(subscription -> subscription.topic().equals(message.topic()))
                .toList();
        if (all.isEmpty()) {
            stage.notes()
                    .missed(
                            name(message),
                            Event.Passed.NOBODY,
                            ids(message),
                            "no subscription: what is published goes nowhere");
        }
        all.stream()
                .filter(subscription -> subscription.protocol().equals("lambda"))
                .forEach(subscription -> deliver(message, subscription, deployment));
    }

    private void deliver(Published message, TopicSubscription subscription, Deployment deployment) {
        var function = Arn.function(subscription.endpoint());
        if (!SubscriptionFilter.wants(subscription, message)) {
            stage.notes().missed(name(message), function, ids(message), "filtered out by the subscription");
            measured(message, "NumberOfNotificationsFilteredOut");
        } else if (deployment.function(subscription.endpoint()).isEmpty()) {
            undelivered(message, subscription, deployment, "there is no such function");
        } else {
            var verdict = by(message).asked("lambda:InvokeFunction", subscription.endpoint());
            if (verdict.allowed()) {
                stage.notes().passed(name(message), function, ids(message), "handed over");
                measured(message, "NumberOfNotificationsDelivered");
                stage.functions().later(subscription.endpoint(), TopicEvent.of(message, subscription), name(message));
            } else {
                undelivered(message, subscription, deployment, "may not invoke it: " + verdict.why());
            }
        }
    }

    private void undelivered(Published message, TopicSubscription subscription, Deployment deployment, String why) {
        stage.notes().missed(name(message), Arn.function(subscription.endpoint()), ids(message), why);
        measured(message, FAILED);
        var queue = subscription.undelivered();
        var refusal = queue.isEmpty()
                ? Optional.of("the subscription has no queue for it")
                : by(message).refusal(queue.get(), deployment).or(() -> send(queue.get(), message, subscription));
        if (refusal.isEmpty()) {
            stage.notes().passed(name(message), Arn.name(queue.orElseThrow()), ids(message), "not delivered: " + why);
            measured(message, "NumberOfNotificationsRedrivenToDlq");
        } else {
            stage.notes()
                    .missed(
                            name(message),
                            queue.map(Arn::name).orElse("nowhere"),
                            ids(message),
                            "lost: " + refusal.get());
            measured(message, LOST);
        }
    }

    private Optional<String> send(String queue, Published message, TopicSubscription subscription) {
        try {
            stage.operator()
                    .sendMessage(request -> request.queueUrl(stage.connections().url(queue))
                            .messageBody(TopicEvent.forQueue(message, subscription))
                            .messageAttributes(
                                    Map.of("ErrorCode", text("ClientError"), "RequestID", text(message.id()))));
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of(Refusal.of(e));
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    private ByService by(Published message) {
        return new ByService(SERVICE, message.topic(), judge.get(), stage.notes());
    }

    private void measured(Published message, String metric) {
        stage.notes().measured(NAMESPACE, metric, "TopicName", name(message), 1);
    }

    private static String name(Published message) {
        return Arn.name(message.topic());
    }

    private static Set<String> ids(Published message) {
        return TransactionIds.inMessage(message.message());
    }
}
