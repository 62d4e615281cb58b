package dev.sluice.local.delivery;

import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.codec.MessageAttributes.Attribute;
import java.util.Map;

/** Message attributes as an SNS event shows them. */
final class AttributesJson {

    private AttributesJson() {}

    static String write(Map<String, Attribute> attributes) {
        return JsonText.object(json -> {
            for (var attribute : attributes.entrySet()) {
                json.writeObjectFieldStart(attribute.getKey());
                json.writeStringField("Type", attribute.getValue().type());
                json.writeStringField("Value", attribute.getValue().value());
                json.writeEndObject();
            }
        });
    }
}
