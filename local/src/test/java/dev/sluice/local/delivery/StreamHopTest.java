package dev.sluice.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.port.Samples;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.SqliteTransactionStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New transactions on their way to a function, on a virtual clock, in memory, without a thread. */
class StreamHopTest {

    private static final Instant START = Samples.STORED;

    /** So many transactions lie in a shard each round. */
    private static final int SHARDS = SqliteTransactionStore.SHARDS;

    private final Database database = Database.inMemory();
    private final List<List<String>> batches = new ArrayList<>();
    private final Set<String> poison = new HashSet<>();
    private boolean answersPartly = true;
    private Instant now = START;
    private final InstantSource clock = () -> now;
    private final Engine engine = engine();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsStoredIsToldOnceInTheOrderOfItsShard() {
        store(3 * SHARDS);
        run();

        assertThat(batches)
                .hasSize(SHARDS)
                .allSatisfy(batch -> assertThat(batch)
                        .hasSize(3)
                        .isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b))));
        assertThat(batches.stream().flatMap(List::stream)).hasSize(3 * SHARDS).doesNotHaveDuplicates();
        assertThat(left()).isZero();
        assertThat(engine.nextDue()).isEmpty();
    }

    @Test
    void aBatchHoldsAtMostAsManyAsTheBlueprintSays() {
        store(120 * SHARDS);
        run();
        assertThat(batches).extracting(List::size).containsOnly(50, 20);
    }

    @Test
    void theRecordThatIsNamedComesAgainAndTheOnesBeforeItDoNot() {
        store(5 * SHARDS);
        var third = idInShard(1, 2);
        poison.add(third);
        engine.step(now);
        poison.clear();
        batches.clear();
        later(Duration.ofSeconds(1));
        run();

        assertThat(batches.getFirst()).containsExactly(third);
        assertThat(batches.get(1)).containsExactly(idInShard(1, 3), idInShard(1, 4));
        assertThat(batches).hasSize(2);
        assertThat(left()).isZero();
    }

    @Test
    void aBatchThatFailsAsAWholeIsHalvedUntilTheOneThatFailsStandsAlone() {
        answersPartly = false;
        store(8 * SHARDS);
        poison.add(idInShard(1, 5));
        run();

        var mine = batches.stream()
                .filter(batch -> batch.contains(idInShard(1, 5)))
                .map(List::size)
                .toList();
        assertThat(mine).startsWith(8).endsWith(1);
        assertThat(left()).isEqualTo(3);
        assertThat(reason()).contains("IllegalStateException: no");
    }

    @Test
    void whatFailsAgainAndAgainIsAtLastAPositionInTheDeadLettersAndItsShardGoesOn() {
        store(3 * SHARDS);
        poison.add(idInShard(4, 1));
        for (var i = 0; i < 100; i++) {
            run();
            later(Duration.ofMinutes(1));
        }

        var tries = batches.stream()
                .filter(batch -> batch.getFirst().equals(idInShard(4, 1)))
                .count();
        assertThat(tries).isEqualTo(50);
        assertThat(left()).isZero();
        assertThat(batches.stream().flatMap(List::stream)).contains(idInShard(4, 2));
        var letter = database.read(session -> session.row(
                        "SELECT queue || ' ' || attempts || ' ' || reason, payload FROM dead_letters",
                        row -> List.of(row.getString(1), row.getString(2)))
                .orElseThrow());
        assertThat(letter.getFirst()).isEqualTo("enricher-dlq 51 it is poison");
        assertThat(letter.getLast()).contains("RetryAttemptsExhausted").doesNotContain("account-1");
        assertThat(StreamPosition.rowIn(letter.getLast())).contains((long) (SHARDS + 4));
    }

    @Test
    void whatIsTooOldIsTriedOnceAndNotAgain() {
        store(1);
        poison.add("t-1");
        later(Duration.ofHours(13));
        run();

        assertThat(batches).hasSize(1);
        assertThat(database.<String>read(
                        session -> session.row("SELECT payload FROM dead_letters", row -> row.getString(1))
                                .orElseThrow()))
                .contains("RecordAgeExceeded");
    }

    @Test
    void aFailureWaitsLongerEachTimeUpToAMinute() {
        store(1);
        poison.add("t-1");
        var waits = new ArrayList<Long>();
        for (var i = 0; i < 9; i++) {
            engine.step(now);
            var due = engine.nextDue().orElseThrow();
            waits.add(Duration.between(now, due).toSeconds());
            now = due;
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void aProcessThatEndsBeforeItsAcknowledgementIsDurableIsToldAgain() {
        store(1);
        engine.step(now);
        database.crash();
        var next = engine();
        assertThat(next.step(now)).isEqualTo(1);
        assertThat(batches).containsExactly(List.of("t-1"), List.of("t-1"));
    }

    @Test
    void anAnswerThatDoesNotReadOrNamesAStrangerFailsTheBatch() {
        for (var answer : List.of(
                "nonsense",
                "{\"batchItemFailures\":[{}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"stranger\"}]}")) {
            try (var other = Database.inMemory()) {
                var odd = new Engine(
                        other,
                        List.of(new Invocation(
                                Pipeline.ENRICHER,
                                (in, out, context) -> out.write(answer.getBytes(StandardCharsets.UTF_8)),
                                clock)),
                        Runnable::run,
                        clock);
                new SqliteTransactionStore(other, List.of("enricher"))
                        .store(Samples.arrival(Samples.transaction("t-1")));
                odd.step(now);
                assertThat(other.<Long>read(
                                session -> session.row("SELECT count(*) FROM stream_records", row -> row.getLong(1))
                                        .orElseThrow()))
                        .as(answer)
                        .isEqualTo(1);
            }
        }
    }

    private void store(int count) {
        var store = new SqliteTransactionStore(database, List.of("enricher"));
        for (var i = 1; i <= count; i++) {
            store.store(Samples.arrival(Samples.transaction("t-" + i)));
        }
    }

    /** Rows are given from 1 on, and a row lies in the shard of its remainder. */
    private static String idInShard(int shard, int place) {
        return "t-" + (shard + place * SHARDS);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(2));
    }

    private void run() {
        while (engine.step(now) > 0) {
            // A step starts everything that is due, and what that leaves due is the next one's.
        }
    }

    private void later(Duration duration) {
        now = now.plus(duration);
    }

    private Engine engine() {
        return new Engine(
                database, List.of(new Invocation(Pipeline.ENRICHER, function(), clock)), Runnable::run, clock);
    }

    private RequestStreamHandler function() {
        return (in, out, context) -> {
            var ids = new ArrayList<String>();
            batches.add(ids);
            Optional<String> failed = Optional.empty();
            var event = Fields.parse(JsonDocument.within(JsonBounds.EVENT), in.readAllBytes());
            for (var item : event.listing("Records").items()) {
                var change = new Fields((Written.Group) item).object("dynamodb");
                var id = change.object("NewImage").object("id").text("S");
                ids.add(id);
                if (poison.contains(id) && failed.isEmpty()) {
                    failed = Optional.of(change.text("SequenceNumber"));
                }
            }
            if (failed.isPresent()) {
                if (!answersPartly) {
                    throw new IllegalStateException("no");
                }
                out.write(("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + failed.get() + "\"}],\"reasons\":{\""
                                + failed.get() + "\":\"it is poison\"}}")
                        .getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private long left() {
        return database.read(session -> session.row("SELECT count(*) FROM stream_records", row -> row.getLong(1))
                .orElseThrow());
    }

    private String reason() {
        return database.read(session -> session.row(
                        "SELECT last_reason FROM stream_shards WHERE last_reason IS NOT NULL", row -> row.getString(1))
                .orElseThrow());
    }
}
