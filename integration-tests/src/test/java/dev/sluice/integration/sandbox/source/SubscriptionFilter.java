package dev.sluice.integration.sandbox.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.integration.sandbox.authorize.Published;
import dev.sluice.integration.sandbox.deployed.TopicSubscription;

/** Which messages a subscription wants (AWS, "Amazon SNS message filtering"). */
final class SubscriptionFilter {

    private SubscriptionFilter() {}

    static boolean wants(TopicSubscription subscription, Published message) {
        return subscription
                .filter()
                .map(Pattern::of)
                .filter(pattern -> !pattern.matches(subscription.filtersBody() ? body(message) : attributes(message)))
                .isEmpty();
    }

    /** A text that is no JSON has no field that could match. */
    private static JsonNode body(Published message) {
        return Json.tryToRead(message.message()).orElseGet(Json::object);
    }

    private static JsonNode attributes(Published message) {
        var seen = Json.object();
        message.attributes().forEach((name, attribute) -> seen.set(name, value(attribute)));
        return seen;
    }

    private static JsonNode value(Published.Attribute attribute) {
        return switch (attribute.type()) {
            case "Number", "String.Array" ->
                Json.tryToRead(attribute.value()).orElseGet(() -> Json.text(attribute.value()));
            default -> Json.text(attribute.value());
        };
    }
}
