package dev.sluice.local.delivery;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Trigger;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Messages of a queue for one function, a batch at a time.
 *
 * <p>As Lambda takes them from SQS: a message that is received is hidden for the queue's visibility timeout; what the
 * function does not name as failed is removed, the rest appears again. One that was received as often as the queue allows is
 * a dead letter when it would be received once more.
 */
final class QueueHop implements Hop {

    private final Database database;
    private final Function function;
    private final Trigger.Messages trigger;

    QueueHop(Database database, Function function, Trigger.Messages trigger) {
        this.database = database;
        this.function = function;
        this.trigger = trigger;
    }

    @Override
    public void voidLeases(Session session, Instant now) throws SQLException {
        session.change("""
                UPDATE queue_messages SET in_flight = 0, visible_at_ms = ?,
                  last_reason = 'the process ended while the function ran'
                WHERE queue = ? AND in_flight = 1""", now, queue());
    }

    @Override
    public int most() {
        return trigger.concurrency();
    }

    @Override
    public List<Delivery> lease(Session session, Instant now, Instant until, int limit) throws SQLException {
        giveUp(session, now);
        var received = new ArrayList<>(session.rows(
                """
                UPDATE queue_messages SET receives = receives + 1, in_flight = 1, visible_at_ms = ?
                WHERE number IN (
                  SELECT number FROM queue_messages WHERE queue = ? AND visible_at_ms <= ?
                  ORDER BY visible_at_ms, number LIMIT ?)
                RETURNING number, body, sent_at_ms, receives""",
                Message::read,
                now.plus(trigger.queue().visibilityTimeout()),
                queue(),
                now,
                limit * trigger.batch()));
        // RETURNING promises no order.
        received.sort(Comparator.comparingLong(Message::number));
        var batches = new ArrayList<Delivery>();
        for (var from = 0; from < received.size(); from += trigger.batch()) {
            batches.add(new Batch(received.subList(from, Math.min(from + trigger.batch(), received.size()))));
        }
        return batches;
    }

    private void giveUp(Session session, Instant now) throws SQLException {
        record Spent(long number, String body, int receives, String reason, Instant firstFailedAt) {}
        var spent = session.rows(
                """
                SELECT number, body, receives, coalesce(last_reason, 'the function did not return in time'),
                  coalesce(first_failed_at_ms, ?)
                FROM queue_messages WHERE queue = ? AND visible_at_ms <= ? AND receives >= ?
                ORDER BY visible_at_ms, number LIMIT 1000""",
                row -> new Spent(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5))),
                now,
                queue(),
                now,
                trigger.queue().receives());
        for (var message : spent) {
            session.change("DELETE FROM queue_messages WHERE number = ?", message.number);
            DeadLetterRow.insert(
                    session,
                    trigger.queue().deadLetters(),
                    function.name(),
                    message.body,
                    message.reason,
                    message.receives,
                    message.firstFailedAt,
                    now,
                    Optional.empty());
        }
    }

    @Override
    public Optional<Instant> nextDue(Session session) throws SQLException {
        return session.row(
                "SELECT min(visible_at_ms) FROM queue_messages WHERE queue = ? HAVING count(*) > 0",
                row -> Instant.ofEpochMilli(row.getLong(1)),
                queue());
    }

    private String queue() {
        return trigger.queue().name();
    }

    /** One message, with how often it was received. */
    private record Message(long number, String body, Instant sentAt, int receives) {
        static Message read(ResultSet row) throws SQLException {
            return new Message(row.getLong(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), row.getInt(4));
        }

        String id() {
            return Long.toString(number);
        }
    }

    private final class Batch implements Delivery {
        private final List<Message> messages;

        Batch(List<Message> messages) {
            this.messages = List.copyOf(messages);
        }

        @Override
        public String function() {
            return function.name();
        }

        @Override
        public String requestId() {
            var first = messages.getFirst();
            return queue() + "-" + first.number + "-" + first.receives;
        }

        @Override
        public byte[] event() {
            return QueueMessages.event(
                    queue(),
                    messages.stream()
                            .map(m -> new QueueMessages.Message(m.id(), m.body(), m.sentAt(), m.receives()))
                            .toList());
        }

        @Override
        public void returned(byte[] answer, Instant now) {
            switch (BatchOutcome.read(answer)) {
                case BatchOutcome.Unreadable(var why) -> failed(why, now);
                case BatchOutcome.Failures failures -> {
                    var ids = messages.stream().map(Message::id).toList();
                    if (!ids.containsAll(failures.failures().keySet())) {
                        failed("the function named a message that it was not given", now);
                        return;
                    }
                    database.write(session -> {
                        for (var message : messages) {
                            var reason = Optional.ofNullable(failures.failures().get(message.id()));
                            if (reason.isPresent()) {
                                failed(session, message, reason.get(), now);
                            } else {
                                done(session, message, now);
                            }
                        }
                        return 0;
                    });
                }
            }
        }

        private void done(Session session, Message message, Instant now) throws SQLException {
            record Failure(Instant first, String reason) {}
            var failure = message.receives == 1
                    ? Optional.<Failure>empty()
                    : session.row(
                            """
                            SELECT coalesce(first_failed_at_ms, ?), last_reason FROM queue_messages
                            WHERE number = ? AND last_reason IS NOT NULL""",
                            row -> new Failure(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)),
                            now,
                            message.number);
            var removed = session.change(
                    "DELETE FROM queue_messages WHERE number = ? AND receives = ?", message.number, message.receives);
            if (removed == 1 && failure.isPresent()) {
                RetriedRow.put(
                        session,
                        function.name(),
                        message.body,
                        message.receives,
                        failure.get().first,
                        failure.get().reason,
                        now);
            }
        }

        @Override
        public void failed(String reason, Instant now) {
            database.write(session -> {
                for (var message : messages) {
                    failed(session, message, reason, now);
                }
                return 0;
            });
        }

        private void failed(Session session, Message message, String reason, Instant now) throws SQLException {
            session.change("""
                    UPDATE queue_messages SET in_flight = 0, last_reason = ?,
                      first_failed_at_ms = coalesce(first_failed_at_ms, ?)
                    WHERE number = ? AND receives = ?""", reason, now, message.number(), message.receives());
        }
    }
}
