package dev.sluice.handlers.codec;

import dev.sluice.domain.submission.Written;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What SQS hands a function: messages, in no order. */
public record QueueEvent(List<Message> messages) {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    /** What an id of a role and the name of its session may have (IAM). */
    private static final int LONGEST_SENDER = 128;

    private static final String UNKNOWN = "unknown";

    public QueueEvent {
        messages = List.copyOf(messages);
    }

    /**
     * One message.
     *
     * @param id names it in the answer
     * @param sender who sent it, as SQS knows it: for a role, its id and the name of the session; {@code unknown} where it is not
     *     told
     */
    public record Message(String id, String body, String sender) {}

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException where the event is not one of SQS's
     */
    public static QueueEvent read(InputStream event) throws IOException {
        var records = Fields.parse(READER, event.readAllBytes()).listing("Records");
        return new QueueEvent(records.items().stream().map(QueueEvent::message).toList());
    }

    private static Message message(Written item) {
        if (item instanceof Written.Group group) {
            var fields = new Fields(group);
            var sender = Optional.ofNullable(fields.texts("attributes").get("SenderId"))
                    .map(text -> text.length() <= LONGEST_SENDER ? text : text.substring(0, LONGEST_SENDER));
            return new Message(fields.text("messageId"), fields.text("body"), sender.orElse(UNKNOWN));
        }
        throw new IllegalArgumentException("a record is to be an object");
    }
}
