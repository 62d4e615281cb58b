package dev.sluice.local.delivery;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Trigger;
import dev.sluice.handlers.codec.Reasons;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.Session;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Asynchronous invocations, each of one function with one event: a topic's message for each of its subscriptions, or a dead
 * letter that is redriven. What fails is tried again after the function's waits, then it is a dead letter.
 */
final class Deliveries implements Hop {

    private final Database database;
    private final Map<String, Function> functions;
    private final int most;

    /**
     * Those of these functions.
     *
     * @param functions by their names; a delivery to another one keeps
     * @param most how many may run at the same time
     */
    Deliveries(Database database, Map<String, Function> functions, int most) {
        this.database = database;
        this.functions = functions;
        this.most = most;
    }

    /** Only to publish. */
    Deliveries(Database database) {
        this(database, Map.of(), 0);
    }

    /** Writes a delivery of one function that is due at once, of an event that is no topic's. */
    static long invoke(
            Session session, String function, byte[] event, Instant firstFailedAt, String earlierReasons, Instant now)
            throws SQLException {
        var message = TopicMessage.unwritten("", new String(event, StandardCharsets.UTF_8), "{}", now);
        var given = MessageRows.insert(session, message);
        MessageRows.redriven(session, given, function, firstFailedAt, earlierReasons, now);
        return given;
    }

    /** Writes a message with a delivery for each function, due at once; when this returns, it is on the disk. */
    void publish(TopicMessage message, List<String> functions, Instant now) {
        database.write(session -> {
            var given = MessageRows.insert(session, message);
            for (var function : functions) {
                MessageRows.due(session, given, function, now);
            }
            return given;
        });
    }

    /**
     * Writes a message with a delivery for each function whose first attempt has not done its work.
     *
     * @param states how each attempt stands, in their order
     * @param leasedUntil of those that run
     * @return the message's number
     */
    long keep(
            TopicMessage message,
            List<FirstAttempt> attempts,
            List<FirstAttempt.State> states,
            Instant leasedUntil,
            Instant now) {
        return database.write(session -> {
            var given = MessageRows.insert(session, message);
            for (var i = 0; i < attempts.size(); i++) {
                var function = attempts.get(i).function();
                switch (states.get(i)) {
                    case FirstAttempt.State.Ended(var failure) -> {
                        if (failure.isPresent()) {
                            MessageRows.leased(session, given, function, now, leasedUntil);
                            fail(session, Lease.first(message.numbered(given), function), failure.get(), now);
                        }
                    }
                    case FirstAttempt.State.Running ignored ->
                        MessageRows.leased(session, given, function, now, leasedUntil);
                    case FirstAttempt.State.Written ignored -> throw new IllegalStateException("written twice");
                    case FirstAttempt.State.Abandoned ignored -> throw new IllegalStateException("written twice");
                }
            }
            return given;
        });
    }

    @Override
    public void voidLeases(Session session, Instant now) throws SQLException {
        session.change(
                "UPDATE deliveries SET leased_until_ms = NULL, due_at_ms = ? WHERE leased_until_ms IS NOT NULL", now);
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public List<Delivery> lease(Session session, Instant now, Instant until, int limit) throws SQLException {
        // What came of these was lost on its way to the disk: nobody works on them, so they are due again.
        session.change(
                "UPDATE deliveries SET leased_until_ms = NULL, due_at_ms = ? WHERE leased_until_ms <= ?", now, now);
        var leases = leased(session, """
                    UPDATE deliveries SET attempts = attempts + 1, leased_until_ms = ?
                    WHERE (message, function) IN (
                      SELECT message, function FROM deliveries WHERE leased_until_ms IS NULL AND due_at_ms <= ?
                      ORDER BY due_at_ms, message LIMIT ?)
                    RETURNING message, function, attempts, first_failed_at_ms, earlier_reasons""", until, now, limit);
        return leases.stream().map(this::delivery).toList();
    }

    /** The attempt that a lease stands for. */
    Delivery delivery(Lease lease) {
        return new Attempt(lease);
    }

    private final class Attempt implements Delivery {
        private final Lease lease;

        Attempt(Lease lease) {
            this.lease = lease;
        }

        @Override
        public String function() {
            return lease.function();
        }

        @Override
        public byte[] event() {
            return lease.message().event();
        }

        @Override
        public String requestId() {
            return lease.requestId();
        }

        @Override
        public void returned(byte[] answer, Instant now) {
            ended(lease, failure(lease.function(), answer), now);
        }

        @Override
        public void failed(String reason, Instant now) {
            Deliveries.this.failed(lease, reason, now);
        }
    }

    /** Why an invocation that returned has failed all the same, if it has. */
    Optional<String> failure(String function, byte[] answer) {
        return switch (takesBatches(function) ? BatchOutcome.read(answer) : new BatchOutcome.Failures(Map.of())) {
            case BatchOutcome.Failures(var failures) when failures.isEmpty() -> Optional.empty();
            case BatchOutcome.Failures(var failures) ->
                Optional.of(String.join("; ", new TreeSet<>(failures.values())));
            case BatchOutcome.Unreadable(var why) -> Optional.of(why);
        };
    }

    /** Writes down how an attempt ended. */
    void ended(Lease lease, Optional<String> failure, Instant now) {
        if (failure.isPresent()) {
            failed(lease, failure.get(), now);
        } else {
            done(lease, now);
        }
    }

    /** Whether it is usually handed batches, and so tells in its answer what failed. */
    private boolean takesBatches(String name) {
        var function = functions.get(name);
        return function != null
                && function.triggers().stream().anyMatch(trigger -> switch (trigger) {
                    case Trigger.Route ignored -> false;
                    case Trigger.Subscription ignored -> false;
                    case Trigger.Schedule ignored -> false;
                    case Trigger.Stream ignored -> true;
                    case Trigger.Messages ignored -> true;
                });
    }

    private static List<Lease> leased(Session session, String sql, Object... values) throws SQLException {
        record Row(
                long message,
                String function,
                int attempts,
                Optional<Instant> firstFailedAt,
                Optional<String> earlierReasons) {}
        var rows = session.rows(
                sql,
                row -> {
                    var failed = row.getLong(4);
                    return new Row(
                            row.getLong(1),
                            row.getString(2),
                            row.getInt(3),
                            row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(failed)),
                            Optional.ofNullable(row.getString(5)));
                },
                values);
        var leases = new ArrayList<Lease>(rows.size());
        for (var row : rows) {
            leases.add(new Lease(
                    message(session, row.message), row.function, row.attempts, row.firstFailedAt, row.earlierReasons));
        }
        // RETURNING promises no order.
        leases.sort(Comparator.comparingLong((Lease l) -> l.message().number()).thenComparing(Lease::function));
        return List.copyOf(leases);
    }

    private static TopicMessage message(Session session, long number) throws SQLException {
        return session.row(
                        "SELECT number, coalesce(topic, ''), body, attributes, published_at_ms FROM topic_messages"
                                + " WHERE number = ?",
                        row -> new TopicMessage(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Instant.ofEpochMilli(row.getLong(5))),
                        number)
                .orElseThrow();
    }

    /**
     * The delivery is over. It need not be on the disk before anybody goes on: if it is lost, the delivery is made
     * again, which functions are right under.
     */
    private void done(Lease lease, Instant now) {
        database.writeSometime(
                session -> lease.attempt() == 1 ? remove(session, lease) : removeRetried(session, lease, now));
    }

    /** An attempt before may have been lost and not have failed: then nothing is known that went wrong. */
    private static boolean removeRetried(Session session, Lease lease, Instant now) throws SQLException {
        record Failure(Instant first, String reason) {}
        var failure = session.row(
                """
                SELECT first_failed_at_ms, last_reason FROM deliveries
                WHERE message = ? AND function = ? AND first_failed_at_ms IS NOT NULL AND last_reason IS NOT NULL""",
                row -> new Failure(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)),
                lease.message().number(),
                lease.function());
        var removed = remove(session, lease);
        if (removed && failure.isPresent()) {
            RetriedRow.put(
                    session,
                    lease.function(),
                    new String(lease.message().event(), StandardCharsets.UTF_8),
                    lease.attempt(),
                    failure.get().first,
                    failure.get().reason,
                    now);
        }
        return removed;
    }

    /**
     * The attempt failed: due again after the function's wait, or a dead letter once its retries or its age are used up.
     *
     * An event that has grown too old is not retried, but each is tried once, however long the machine was off.
     */
    private void failed(Lease lease, String reason, Instant now) {
        database.write(session -> fail(session, lease, reason, now));
    }

    private int fail(Session session, Lease lease, String reason, Instant now) throws SQLException {
        var rules = Optional.ofNullable(functions.get(lease.function()))
                .map(Function::asynchronous)
                .orElseThrow(() -> new IllegalStateException("the blueprint has no function " + lease.function()));
        var retry = lease.attempt() <= rules.waits().size()
                ? Optional.of(now.plus(rules.waits().get(lease.attempt() - 1)))
                : Optional.<Instant>empty();
        var tooOld = lease.message().publishedAt().plus(rules.longestAge());
        var due = retry.filter(at -> !at.isAfter(tooOld));
        if (due.isPresent()) {
            return session.change(
                    """
                    UPDATE deliveries SET due_at_ms = ?, leased_until_ms = NULL, last_reason = ?,
                      first_failed_at_ms = coalesce(first_failed_at_ms, ?)
                    WHERE message = ? AND function = ? AND attempts = ?""", due.get(), reason, now, lease.message().number(), lease.function(), lease.attempt());
        }
        if (!remove(session, lease)) {
            return 0;
        }
        DeadLetterRow.insert(
                session,
                rules.deadLetters(),
                lease.function(),
                new String(lease.message().event(), StandardCharsets.UTF_8),
                reasons(lease, reason),
                lease.attempt(),
                lease.firstFailedAt().orElse(now),
                now,
                Optional.of(lease.message().number()));
        return 1;
    }

    private static String reasons(Lease lease, String reason) {
        var reasons = new ArrayList<String>();
        lease.earlierReasons().map(Reasons::read).ifPresent(reasons::addAll);
        reasons.add(reason);
        return Reasons.write(reasons);
    }

    /** Removes the delivery, and the message with its last one; not where a later attempt has taken over. */
    private static boolean remove(Session session, Lease lease) throws SQLException {
        var removed = session.change(
                "DELETE FROM deliveries WHERE message = ? AND function = ? AND attempts = ?",
                lease.message().number(),
                lease.function(),
                lease.attempt());
        if (removed == 1) {
            session.change("""
                    DELETE FROM topic_messages WHERE number = ?
                      AND NOT EXISTS (SELECT 1 FROM deliveries WHERE message = number)""", lease.message().number());
        }
        return removed == 1;
    }

    @Override
    public Optional<Instant> nextDue(Session session) throws SQLException {
        return session.row("""
                SELECT min(at) FROM (
                  SELECT min(due_at_ms) AS at FROM deliveries WHERE leased_until_ms IS NULL
                  UNION ALL
                  SELECT min(leased_until_ms) FROM deliveries WHERE leased_until_ms IS NOT NULL)
                HAVING min(at) IS NOT NULL""", row -> Instant.ofEpochMilli(row.getLong(1)));
    }
}
