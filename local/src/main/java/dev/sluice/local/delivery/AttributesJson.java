package dev.sluice.local.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import dev.sluice.handlers.codec.MessageAttributes.Attribute;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Message attributes as an SNS event shows them. */
final class AttributesJson {

    private static final JsonFactory JSON = new JsonFactory();

    private AttributesJson() {}

    static String write(Map<String, Attribute> attributes) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (var attribute : attributes.entrySet()) {
                json.writeObjectFieldStart(attribute.getKey());
                json.writeStringField("Type", attribute.getValue().type());
                json.writeStringField("Value", attribute.getValue().value());
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
