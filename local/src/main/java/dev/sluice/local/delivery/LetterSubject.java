package dev.sluice.local.delivery;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The transaction that a dead letter is about, as far as the letter reads.
 *
 * @param correlationId what ties its steps together
 */
public record LetterSubject(String source, String id, Optional<String> correlationId) {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    private static final String CORRELATION_ID = "correlationId";

    /** Those of a letter; none where it names none. */
    static List<LetterSubject> of(Session session, String function, String payload) throws SQLException {
        try {
            var position = StreamPosition.rowIn(payload);
            if (position.isPresent()) {
                return StreamRecord.of(session, position.get())
                        .map(r -> new LetterSubject(r.source(), r.id(), Optional.of(r.correlationId())))
                        .stream()
                        .toList();
            }
            var root = Fields.parse(READER, payload);
            if (root.find("Records").isEmpty()) {
                // A queue's letter is the body of one message.
                return List.of(ofBody(root));
            }
            var subjects = new ArrayList<LetterSubject>();
            for (var item : LetterContent.records(payload)) {
                subjects.add(ofRecord(function, new Fields(LetterContent.group(item))));
            }
            return List.copyOf(subjects);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    boolean isOf(String otherSource, String otherId) {
        return source.equals(otherSource) && id.equals(otherId);
    }

    private static LetterSubject ofRecord(String function, Fields item) {
        if (function.equals(Pipeline.PROCESSOR.name())) {
            var announcement = Fields.parse(READER, item.object("Sns").text("Message"));
            return new LetterSubject(
                    announcement.text("source"),
                    announcement.object("transaction").text("id"),
                    announcement.findText(CORRELATION_ID));
        }
        if (function.equals(Pipeline.ENRICHER.name())) {
            var image = item.object("dynamodb").object("NewImage");
            return new LetterSubject(
                    image.object("source").text("S"),
                    image.object("id").text("S"),
                    image.findObject(CORRELATION_ID).map(id -> id.text("S")));
        }
        return ofBody(Fields.parse(READER, item.text("body")));
    }

    private static LetterSubject ofBody(Fields notification) {
        return new LetterSubject(
                notification.text("source"), notification.text("id"), notification.findText(CORRELATION_ID));
    }
}
