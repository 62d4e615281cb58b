package dev.sluice.integration.sandbox.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.authorize.Published;
import dev.sluice.integration.sandbox.deployed.TopicSubscription;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A message of a topic as subscribers get it (AWS, "Invoking Lambda functions with Amazon SNS notifications" and "Amazon SNS
 * message and JSON formats"). What would be a signature is none.
 */
final class TopicEvent {

    private static final String SIGNATURE = "EXAMPLE";
    private static final String SUBJECT = "Subject";

    /** Always three digits of a second. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private TopicEvent() {}

    /** For a function. */
    static String of(Published message, TopicSubscription subscription) {
        var event = Json.object();
        var record = event.putArray("Records")
                .addObject()
                .put("EventSource", "aws:sns")
                .put("EventVersion", "1.0")
                .put("EventSubscriptionArn", subscription.arn());
        var sns = begin(record.putObject("Sns"), message).put("Timestamp", TIME.format(message.at()));
        sns.put("SignatureVersion", "1")
                .put("Signature", SIGNATURE)
                .put("SigningCertUrl", url(message, "SimpleNotificationService.pem"))
                .put("UnsubscribeUrl", unsubscribe(message, subscription));
        sns.set("MessageAttributes", attributes(message));
        return event.toString();
    }

    /** For a queue, as the body of its message. */
    static String forQueue(Published message, TopicSubscription subscription) {
        var body = begin(Json.object(), message)
                .put("Timestamp", TIME.format(message.at()))
                .put("SignatureVersion", "1")
                .put("Signature", SIGNATURE)
                .put("SigningCertURL", url(message, "SimpleNotificationService.pem"))
                .put("UnsubscribeURL", unsubscribe(message, subscription));
        body.remove(SUBJECT);
        if (!message.attributes().isEmpty()) {
            body.set("MessageAttributes", attributes(message));
        }
        return body.toString();
    }

    private static ObjectNode begin(ObjectNode json, Published message) {
        return json.put("Type", "Notification")
                .put("MessageId", message.id())
                .put("TopicArn", message.topic())
                .putNull(SUBJECT)
                .put("Message", message.message());
    }

    private static JsonNode attributes(Published message) {
        var attributes = Json.object();
        message.attributes()
                .forEach((name, attribute) ->
                        attributes.putObject(name).put("Type", attribute.type()).put("Value", attribute.value()));
        return attributes;
    }

    private static String unsubscribe(Published message, TopicSubscription subscription) {
        return url(message, "?Action=Unsubscribe&SubscriptionArn=" + subscription.arn());
    }

    private static String url(Published message, String what) {
        var region = message.topic().split(":", -1)[3];
        return "https://sns." + region + ".amazonaws.com/" + what;
    }
}
