package dev.sluice.handlers.aws;

import dev.sluice.handlers.codec.MessageAttributes.Attribute;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** What stands on the outside of a message, as SNS takes it. */
final class SnsAttributes {

    private SnsAttributes() {}

    static Map<String, MessageAttributeValue> of(Map<String, Attribute> attributes) {
        var values = new HashMap<String, MessageAttributeValue>();
        attributes.forEach((name, attribute) -> values.put(
                name,
                MessageAttributeValue.builder()
                        .dataType(attribute.type())
                        .stringValue(attribute.value())
                        .build()));
        return values;
    }
}
