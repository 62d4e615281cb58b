package dev.sluice.handlers.processing;

import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What SNS hands a function: the texts of its messages (event version 1.0; one record an event). */
public record TopicEvent(List<String> messages) {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    public TopicEvent {
        messages = List.copyOf(messages);
    }

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException where the event is not one of SNS's
     */
    public static TopicEvent read(InputStream event) throws IOException {
        var records = Fields.parse(READER, event.readAllBytes()).listing("Records");
        return new TopicEvent(records.items().stream().map(TopicEvent::message).toList());
    }

    private static String message(Written item) {
        if (item instanceof Written.Group group) {
            return new Fields(group).object("Sns").text("Message");
        }
        throw new IllegalArgumentException("a record is to be an object");
    }
}
