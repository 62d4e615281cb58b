package dev.sluice.local.delivery;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.enrichment.Fingerprint;
import dev.sluice.domain.submission.Written;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.notifying.Alerts;
import dev.sluice.handlers.port.Alert;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.StoredTransaction.Status;
import dev.sluice.local.sqlite.Session;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a dead letter is about: the event that its function can be invoked with again, and whether anything is left to do.
 *
 * <p>Whether something is done is told from what the function would have left behind at its end, not on the way: a
 * transaction that is flagged may still have nobody who was told of it.
 */
sealed interface LetterContent {

    /**
     * It reads.
     *
     * @param event what the function is invoked with
     * @param done what shows that nothing is left to do, where that is so
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Usable(byte[] event, Optional<String> done) implements LetterContent {}

    /** It does not, as it is. */
    record Unusable(String why) implements LetterContent {}

    /** Reads the letter of a function. */
    static LetterContent of(Session session, String function, String payload, long number, Instant now)
            throws SQLException {
        try {
            if (function.equals(Pipeline.PROCESSOR.name())) {
                return ofProcessor(session, payload);
            }
            if (function.equals(Pipeline.ENRICHER.name())) {
                return ofEnricher(session, payload);
            }
            if (function.equals(Pipeline.NOTIFIER.name())) {
                return ofNotifier(session, payload, number, now);
            }
            return new Unusable("this program has no function " + function);
        } catch (IllegalArgumentException e) {
            return new Unusable("it is nothing that " + function + " reads: " + e.getMessage());
        } catch (DateTimeException | ArithmeticException e) {
            // Their messages repeat what they were given.
            return new Unusable("it is nothing that " + function + " reads: a time, a zone or a number in it is none");
        }
    }

    private static LetterContent ofProcessor(Session session, String payload) throws SQLException {
        var done = new ArrayList<Optional<String>>();
        for (var item : records(payload)) {
            var announcement =
                    AnnouncementJson.read(new Fields(group(item)).object("Sns").text("Message"));
            done.add(stored(session, announcement));
        }
        return new Usable(bytes(payload), all(done));
    }

    private static Optional<String> stored(Session session, Announcement announcement) throws SQLException {
        var identity = announcement.transaction().identity();
        var fingerprint = Fingerprint.of(announcement.transaction());
        var stored = session.row(
                "SELECT fingerprint FROM transactions WHERE source = ? AND id = ?",
                row -> row.getString(1),
                identity.source(),
                identity.id());
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        if (stored.get().equals(fingerprint)) {
            return Optional.of("transaction " + identity.id() + " is stored");
        }
        // Told is each content once, recorded each time that it arrived.
        var told = session.row(
                """
                SELECT 1 FROM alert_ledger l JOIN conflicts c ON c.source = l.source AND c.id = l.id
                WHERE l.source = ? AND l.id = ? AND l.published_at_ms IS NOT NULL
                  AND substr(l.alert_id, -length(?)) = ? AND c.fingerprint = ? AND c.received_at_ms = ?""",
                row -> row.getInt(1),
                identity.source(),
                identity.id(),
                "/conflict/" + fingerprint,
                "/conflict/" + fingerprint,
                fingerprint,
                announcement.receivedAt());
        return told.map(ignored -> "the conflict on " + identity.id() + " is recorded and told");
    }

    private static LetterContent ofEnricher(Session session, String payload) throws SQLException {
        var row = StreamPosition.rowIn(payload);
        if (row.isPresent()) {
            var record = StreamRecord.of(session, row.get());
            if (record.isEmpty()) {
                return new Unusable("the store holds no transaction at that position");
            }
            return new Usable(
                    StreamRecord.event(Pipeline.TRANSACTIONS_TABLE.name(), List.of(record.get())),
                    assessed(
                            session,
                            new Identity(record.get().source(), record.get().id())));
        }
        var done = new ArrayList<Optional<String>>();
        for (var item : records(payload)) {
            var image = new Fields(group(item)).object("dynamodb").object("NewImage");
            done.add(assessed(
                    session,
                    new Identity(
                            image.object("source").text("S"), image.object("id").text("S"))));
        }
        return new Usable(bytes(payload), all(done));
    }

    private static Optional<String> assessed(Session session, Identity identity) throws SQLException {
        var status = session.row(
                "SELECT status FROM transactions WHERE source = ? AND id = ?",
                row -> Status.valueOf(row.getString(1)),
                identity.source(),
                identity.id());
        return status.flatMap(s -> switch (s) {
            case RECEIVED, FLAGGED -> Optional.empty();
            case ENRICHED -> Optional.of("transaction " + identity.id() + " is enriched");
            case NOTIFIED -> Optional.of("transaction " + identity.id() + " is enriched and told of");
        });
    }

    private static LetterContent ofNotifier(Session session, String payload, long number, Instant now)
            throws SQLException {
        var root = parsed(payload);
        var bodies = new ArrayList<String>();
        if (root.find("Records").isPresent()) {
            for (var item : root.listing("Records").items()) {
                bodies.add(new Fields(group(item)).text("body"));
            }
        } else {
            bodies.add(payload);
        }
        var done = new ArrayList<Optional<String>>();
        for (var body : bodies) {
            for (var alert : Alerts.of(NotificationJson.read(body))) {
                done.add(published(session, alert));
            }
        }
        var event = root.find("Records").isPresent()
                ? bytes(payload)
                : QueueMessages.event(
                        Pipeline.NOTIFICATIONS_QUEUE.name(),
                        List.of(new QueueMessages.Message("letter-" + number, payload, now, 1)));
        return new Usable(event, all(done));
    }

    private static Optional<String> published(Session session, Alert alert) throws SQLException {
        return session.row(
                """
                SELECT 1 FROM alert_ledger l JOIN transactions t ON t.source = l.source AND t.id = l.id
                WHERE l.source = ? AND l.id = ? AND l.alert_id = ? AND l.published_at_ms IS NOT NULL
                  AND (t.status = 'NOTIFIED' OR ? = 'conflict')""",
                row -> "every alert of " + alert.identity().id() + " is published",
                alert.identity().source(),
                alert.identity().id(),
                alert.alertId(),
                alert.reason());
    }

    /** Done only where every part is. */
    private static Optional<String> all(List<Optional<String>> parts) {
        return parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    /** The records of an event. */
    static List<Written> records(String payload) {
        return parsed(payload).listing("Records").items();
    }

    private static Fields parsed(String payload) {
        return Fields.parse(JsonDocument.within(JsonBounds.EVENT), payload);
    }

    /** A record, as the object that it is to be. */
    static Written.Group group(Written item) {
        if (item instanceof Written.Group group) {
            return group;
        }
        throw new IllegalArgumentException("a record is to be an object");
    }

    private static byte[] bytes(String payload) {
        return payload.getBytes(StandardCharsets.UTF_8);
    }
}
