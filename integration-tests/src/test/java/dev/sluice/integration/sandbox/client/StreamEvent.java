package dev.sluice.integration.sandbox.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The event that an operator makes of an item to have it enriched (docs/operations.md, "A position in the stream"). */
public final class StreamEvent {

    private StreamEvent() {}

    /** One record of an insert. */
    public static String inserted(Map<String, AttributeValue> item) {
        var event = JsonNodeFactory.instance.objectNode();
        var record = event.putArray("Records").addObject().put("eventName", "INSERT");
        var image = record.putObject("dynamodb").put("SequenceNumber", "1").putObject("NewImage");
        item.forEach((name, value) -> put(image.putObject(name), value));
        return event.toString();
    }

    private static void put(ObjectNode into, AttributeValue value) {
        switch (value.type()) {
            case S -> into.put("S", value.s());
            case N -> into.put("N", value.n());
            case BOOL -> into.put("BOOL", value.bool());
            default -> throw new IllegalArgumentException("no item of a transaction has a " + value.type());
        }
    }
}
