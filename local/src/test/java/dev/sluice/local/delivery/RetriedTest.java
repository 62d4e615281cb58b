package dev.sluice.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.port.Samples;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.SqliteTransactionStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of attempts that failed before one succeeded, on a virtual clock, in memory, without a thread. */
class RetriedTest {

    private final Database database = Database.inMemory();
    private int failures;
    private String poison = "";
    private Instant now = Samples.RECEIVED;
    private final InstantSource clock = () -> now;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anInvocationThatFailedTwiceIsKeptWithItsLastReason() {
        failures = 2;
        publish();
        hours(Pipeline.PROCESSOR);
        assertThat(retried()).containsExactly("default t-1 processor 3 IllegalStateException: failure 1");
    }

    @Test
    void aLetterThatIsRedrivenAndFailsOnceMoreIsKeptFromItsFirstFailureOn() {
        failures = 1;
        new Redrive(database, clock).redrive(letter(), Optional.empty());
        var given = now.minus(Duration.ofDays(1)).toEpochMilli();
        hours(Pipeline.PROCESSOR);
        assertThat(retried()).containsExactly("default t-1 processor 2 IllegalStateException: failure 1");
        assertThat(number("SELECT first_failed_at_ms FROM retried")).isEqualTo(given);
    }

    @Test
    void theRecordAtTheHeadOfAShardIsKeptAndNotTheOnesBehindIt() {
        // The first failure is the whole batch's, and counts for none of them.
        failures = 4;
        poison = "t-1\"";
        var store = new SqliteTransactionStore(database, List.of("enricher"));
        for (var i = 1; i <= 1 + SqliteTransactionStore.SHARDS; i++) {
            store.store(Samples.arrival(Samples.transaction("t-" + i)));
        }
        hours(Pipeline.ENRICHER);
        assertThat(retried()).containsExactly("default t-1 enricher 4 IllegalStateException: failure 1");
    }

    @Test
    void aMessageThatWasReceivedAgainIsKept() {
        failures = 1;
        send("{\"source\":\"default\",\"id\":\"t-1\"}");
        hours(Pipeline.NOTIFIER);
        assertThat(retried()).containsExactly("default t-1 notifier 2 IllegalStateException: failure 1");
        assertThat(number("SELECT done_at_ms - first_failed_at_ms FROM retried"))
                .isEqualTo(Pipeline.NOTIFICATIONS_QUEUE.visibilityTimeout().toMillis());
    }

    @Test
    void whatNamesNoTransactionIsDoneAllTheSame() {
        failures = 1;
        send("nonsense");
        hours(Pipeline.NOTIFIER);
        assertThat(retried()).isEmpty();
        assertThat(number("SELECT count(*) FROM queue_messages")).isZero();
    }

    @Test
    void nothingIsKeptOfWhatSucceededAtOnce() {
        everywhere();
        assertThat(retried()).isEmpty();
    }

    @Test
    void nothingIsKeptOfWhatWasGivenUpOn() {
        failures = Integer.MAX_VALUE;
        everywhere();
        assertThat(retried()).isEmpty();
        assertThat(number("SELECT count(*) FROM dead_letters")).isEqualTo(3);
    }

    @Test
    void anAttemptWhoseEndWasLostIsNoFailure() {
        publish();
        engine(Pipeline.PROCESSOR).step(now);
        database.crash();
        hours(Pipeline.PROCESSOR);
        assertThat(retried()).isEmpty();
        assertThat(number("SELECT count(*) FROM deliveries")).isZero();
    }

    @Test
    void theFirstIsKeptWhereATransactionComesTwice() {
        failures = 2;
        publish();
        hours(Pipeline.PROCESSOR);
        failures = 1;
        publish();
        hours(Pipeline.PROCESSOR);
        assertThat(retried()).containsExactly("default t-1 processor 3 IllegalStateException: failure 1");
    }

    private void everywhere() {
        publish();
        new SqliteTransactionStore(database, List.of("enricher")).store(Samples.arrival(Samples.transaction("t-1")));
        send("{\"source\":\"default\",\"id\":\"t-1\"}");
        hours(Pipeline.PROCESSOR, Pipeline.ENRICHER, Pipeline.NOTIFIER);
    }

    private void publish() {
        new SqliteTransactionTopic(database, Pipeline.BLUEPRINT, Pipeline.TRANSACTIONS_TOPIC, clock, Handover.NONE)
                .publish(Samples.announcement(Samples.transaction("t-1")));
    }

    private void send(String body) {
        database.write(session -> session.change("""
                INSERT INTO queue_messages (queue, body, sent_at_ms, visible_at_ms, receives, in_flight)
                VALUES ('notifications', ?, ?, ?, 0, 0)""", body, now, now));
    }

    /** The number of a letter that was given up on a day ago. */
    private long letter() {
        var event = new TopicMessage(
                        1,
                        "transactions",
                        AnnouncementJson.write(Samples.announcement(Samples.transaction("t-1"))),
                        "{}",
                        Samples.RECEIVED)
                .event();
        var at = now.minus(Duration.ofDays(1));
        database.write(session -> session.change("""
                INSERT INTO dead_letters (queue, function, payload, reason, attempts, first_failed_at_ms,
                  last_failed_at_ms) VALUES ('processor-dlq', 'processor', ?, 'poison', 3, ?, ?)""", new String(event, StandardCharsets.UTF_8), at, at));
        return number("SELECT max(number) FROM dead_letters");
    }

    /** Lets everything happen that happens in three hours. */
    private void hours(Function... functions) {
        var engine = engine(functions);
        var end = now.plus(Duration.ofHours(3));
        while (true) {
            if (engine.step(now) > 0) {
                continue;
            }
            var next = engine.nextDue().filter(due -> !due.isAfter(end));
            if (next.isEmpty()) {
                // What may be written sometime is written with the next write.
                database.write(session -> 0);
                now = end;
                return;
            }
            now = next.get().isAfter(now) ? next.get() : now;
        }
    }

    private Engine engine(Function... functions) {
        RequestStreamHandler handler = (in, out, context) -> {
            var event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (failures > 0 && event.contains(poison)) {
                throw new IllegalStateException("failure " + failures--);
            }
        };
        var invocations = List.of(functions).stream()
                .map(function -> new Invocation(function, handler, clock))
                .toList();
        return new Engine(database, invocations, Runnable::run, clock);
    }

    private List<String> retried() {
        return database.read(session -> session.rows(
                "SELECT source || ' ' || id || ' ' || function || ' ' || attempts || ' ' || last_reason FROM retried",
                row -> row.getString(1)));
    }

    private long number(String sql) {
        return database.read(session -> session.row(sql, row -> row.getLong(1)).orElseThrow());
    }
}
