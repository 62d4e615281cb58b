package dev.sluice.handlers.enriching;

import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What a stream of DynamoDB hands a function: new items in their order (event version 1.1, view type {@code NEW_IMAGE}). */
public record StreamEvent(List<NewItem> records) {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    public StreamEvent {
        records = List.copyOf(records);
    }

    /**
     * One new item.
     *
     * @param sequenceNumber names the record in its shard
     * @param image the item's attributes as DynamoDB writes them: each an object that names its type
     */
    public record NewItem(String sequenceNumber, Fields image) {

        /**
         * The text under that attribute.
         *
         * @throws IllegalArgumentException where there is none
         */
        String text(String attribute) {
            return image.object(attribute).text("S");
        }

        boolean has(String attribute) {
            return image.find(attribute).isPresent();
        }
    }

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException where the event is not one of a stream
     */
    public static StreamEvent read(InputStream event) throws IOException {
        var records = Fields.parse(READER, event.readAllBytes()).listing("Records");
        return new StreamEvent(records.items().stream().map(StreamEvent::item).toList());
    }

    private static NewItem item(Written item) {
        if (item instanceof Written.Group group) {
            var change = new Fields(group).object("dynamodb");
            return new NewItem(change.text("SequenceNumber"), change.object("NewImage"));
        }
        throw new IllegalArgumentException("a record is to be an object");
    }
}
