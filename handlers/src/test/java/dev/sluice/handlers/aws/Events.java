package dev.sluice.handlers.aws;

import dev.sluice.handlers.codec.JsonText;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Events as Lambda's event sources hand them over, each with one record. */
public final class Events {

    private Events() {}

    /** What a topic hands over. */
    public static String ofTopic(String message) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeObjectFieldStart("Sns");
            json.writeStringField("Message", message);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    /** What an event source mapping hands over of a queue, as message {@code m-1}. */
    public static String ofQueue(String body) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeStringField("messageId", "m-1");
            json.writeStringField("body", body);
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    /** What an event source mapping hands over of a stream: an insert, its attributes in DynamoDB's own JSON. */
    static String ofStream(Map<String, AttributeValue> item) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeStringField("eventName", "INSERT");
            json.writeObjectFieldStart("dynamodb");
            json.writeStringField("SequenceNumber", "1");
            json.writeObjectFieldStart("NewImage");
            for (var attribute : item.entrySet()) {
                var number = attribute.getValue().n() != null;
                json.writeObjectFieldStart(attribute.getKey());
                json.writeStringField(
                        number ? "N" : "S",
                        number ? attribute.getValue().n() : attribute.getValue().s());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    /** What API Gateway makes of a question for one transaction. */
    public static String question(String id) {
        return JsonText.object(json -> {
            json.writeStringField("resource", "/transactions/{id}");
            json.writeObjectFieldStart("pathParameters");
            json.writeStringField("id", id);
            json.writeEndObject();
        });
    }
}
