package dev.sluice.handlers.notifying;

import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What SQS hands a function: messages, in no order. */
record QueueEvent(List<Message> messages) {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    QueueEvent {
        messages = List.copyOf(messages);
    }

    /** One message; its id names it in the answer. */
    record Message(String id, String body) {}

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException where the event is not one of SQS's
     */
    static QueueEvent read(InputStream event) throws IOException {
        var records = Fields.parse(READER, event.readAllBytes()).listing("Records");
        return new QueueEvent(records.items().stream().map(QueueEvent::message).toList());
    }

    private static Message message(Written item) {
        if (item instanceof Written.Group group) {
            var fields = new Fields(group);
            return new Message(fields.text("messageId"), fields.text("body"));
        }
        throw new IllegalArgumentException("a record is to be an object");
    }
}
