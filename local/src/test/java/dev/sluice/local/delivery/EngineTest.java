package dev.sluice.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.processing.Processor;
import dev.sluice.handlers.telemetry.Telemetry;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.Session;
import dev.sluice.local.sqlite.SqliteTransactionStore;
import dev.sluice.local.sqlite.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deliveries on a virtual clock, in memory, without a thread. */
class EngineTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final Database database = Database.inMemory();
    private final List<Instant> calls = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private Instant now = START;
    private final InstantSource clock = () -> now;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsPublishedIsDeliveredOnceAndNothingIsLeft() {
        publish("t-1");
        var engine = engine(working());

        assertThat(engine.step(now)).isEqualTo(1);
        assertThat(engine.step(now)).isZero();

        assertThat(events).singleElement().asString().contains("t-1", "\"EventSource\":\"aws:sns\"", "minorUnits");
        assertThat(number("SELECT (SELECT count(*) FROM deliveries) + (SELECT count(*) FROM topic_messages)"))
                .isZero();
        assertThat(engine.nextDue()).isEmpty();
    }

    @Test
    void aFailureIsTriedAgainAfterOneAndTwoMinutesThenItIsADeadLetterWithItsReason() {
        publish("t-1");
        var engine = engine(failing(new IllegalStateException("no luck with 4111 1111 1111 1111")));

        engine.step(now);
        assertThat(engine.nextDue()).contains(START.plus(Duration.ofMinutes(1)));
        engine.step(START.plus(Duration.ofMinutes(1)).minusMillis(1));
        assertThat(calls).hasSize(1);

        at(Duration.ofMinutes(1), engine);
        assertThat(engine.nextDue()).contains(START.plus(Duration.ofMinutes(3)));
        at(Duration.ofMinutes(3), engine);
        at(Duration.ofHours(10), engine);

        assertThat(calls).containsExactly(START, START.plus(Duration.ofMinutes(1)), START.plus(Duration.ofMinutes(3)));
        assertThat(deadLetters())
                .containsExactly("processor-dlq processor 3 IllegalStateException: no luck with [digits] "
                        + START.toEpochMilli() + " "
                        + START.plus(Duration.ofMinutes(3)).toEpochMilli());
        assertThat(number("SELECT count(*) FROM deliveries")).isZero();
        assertThat(number("SELECT count(*) FROM topic_messages")).isZero();
        assertThat(text("SELECT payload FROM dead_letters")).contains("t-1", "aws:sns");
    }

    @Test
    void anEventThatIsTooOldIsNotTriedAgainButEachIsTriedOnce() {
        publish("t-1");
        var engine = engine(failing(new IllegalStateException("no")));
        at(Duration.ofHours(7), engine);
        at(Duration.ofHours(8), engine);

        assertThat(calls).hasSize(1);
        assertThat(deadLetters()).hasSize(1);
    }

    @Test
    void aProcessThatEndsInTheMiddleOfAnAttemptHasItMadeAgain() {
        publish("t-1");
        var never = engine(working(), attempt -> {});
        assertThat(never.step(now)).isEqualTo(1);

        database.crash();
        var next = engine(working());
        assertThat(next.step(now)).isEqualTo(1);
        assertThat(next.step(now)).isZero();
        assertThat(events).hasSize(1);
    }

    @Test
    void anAcknowledgementThatIsLostHasTheDeliveryMadeAgainAndTheTransactionStaysOne() {
        publish("t-1");
        engine(processor()).step(now);
        database.crash();
        engine(processor()).step(now);
        assertThat(number("SELECT count(*) FROM transactions")).isEqualTo(1);
        assertThat(number("SELECT sum(transactions) FROM accounts")).isEqualTo(1);
        engine(processor()).step(now);
        assertThat(number("SELECT count(*) FROM deliveries")).isZero();
        assertThat(number("SELECT count(*) FROM conflicts")).isZero();
    }

    @Test
    void aFunctionThatHangsHasFailedAndWhatItSaysLaterCountsForNothing() {
        publish("t-1");
        var waiting = new ArrayDeque<Runnable>();
        var engine = engine(working(), waiting::add);
        engine.step(now);
        assertThat(engine.nextDue()).contains(START.plus(Pipeline.PROCESSOR.timeout()));

        at(Pipeline.PROCESSOR.timeout(), engine);
        assertThat(text("SELECT last_reason FROM deliveries")).isEqualTo("timed out after 30 s");
        assertThat(engine.inFlight()).isEqualTo(1);

        waiting.remove().run();
        engine.step(now);
        assertThat(engine.inFlight()).isZero();
        assertThat(number("SELECT count(*) FROM deliveries")).isEqualTo(1);
        assertThat(engine.nextDue()).contains(now.plus(Duration.ofMinutes(1)));
    }

    @Test
    void anOutcomeThatWasNeverWrittenDownEndsWithItsLease() {
        publish("t-1");
        var engine = engine(working());
        engine.step(now);
        database.crash();

        at(Duration.ofSeconds(59), engine);
        assertThat(calls).hasSize(1);
        at(Duration.ofSeconds(61), engine);
        assertThat(calls).hasSize(2);
        at(Duration.ofSeconds(62), engine);
        assertThat(number("SELECT count(*) FROM deliveries")).isZero();
    }

    @Test
    void noMoreThanTheLimitRunAtTheSameTime() {
        for (var i = 0; i < Engine.MOST_LEASED + 10; i++) {
            publish("t-" + i);
        }
        var waiting = new ArrayDeque<Runnable>();
        var engine = engine(working(), waiting::add);
        assertThat(engine.step(now)).isEqualTo(Engine.MOST_LEASED);
        assertThat(engine.step(now)).isZero();
        waiting.forEach(Runnable::run);
        assertThat(engine.step(now)).isEqualTo(10);
    }

    @Test
    void whatIsDueLongestGoesFirst() {
        publish("t-1");
        now = now.plusSeconds(1);
        publish("t-2");
        engine(working()).step(now);
        assertThat(events.getFirst()).contains("t-1");
        assertThat(events.getLast()).contains("t-2");
    }

    @Test
    void oneThatFailsLeavesTheOthersAlone() {
        publish("bad");
        publish("good");
        var engine = engine((in, out, context) -> {
            var event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (event.contains("bad")) {
                throw new Unavailable("the store");
            }
        });
        engine.step(now);
        engine.step(now);
        assertThat(number("SELECT count(*) FROM deliveries")).isEqualTo(1);
        assertThat(text("SELECT last_reason FROM deliveries")).isEqualTo("Unavailable: the store");
    }

    @Test
    void aFunctionIsToldWhoItIsAndHowMuchTimeItHas() {
        publish("t-1");
        engine((in, out, context) -> {
                    assertThat(context.getFunctionName()).isEqualTo("processor");
                    assertThat(context.getRemainingTimeInMillis()).isEqualTo(30_000);
                    assertThat(context.getMemoryLimitInMB()).isEqualTo(768);
                    assertThat(context.getAwsRequestId()).endsWith("-1");
                    context.getLogger().log("goes nowhere");
                    calls.add(now);
                })
                .step(now);
        assertThat(calls).hasSize(1);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void whatIsHandedOverAndDoneAtOnceIsNeverWritten() {
        var engine = engine(working());
        publish("t-1", engine);
        assertThat(number("SELECT count(*) FROM sqlite_sequence WHERE name = 'topic_messages'"))
                .isZero();
        assertThat(events).singleElement().asString().contains("t-1", "\"EventSource\":\"aws:sns\"", "minorUnits");
        assertThat(engine.step(now)).isZero();
        assertThat(events).hasSize(1);
        assertThat(number("SELECT (SELECT count(*) FROM deliveries) + (SELECT count(*) FROM topic_messages)"))
                .isZero();
    }

    @Test
    void theEventIsTheSameHandedOverOrFoundInTheFile() {
        var waiting = new ArrayDeque<Runnable>();
        publish("t-1", engine(working(), waiting::add));
        waiting.remove().run();
        database.crash();
        engine(working()).step(now);
        assertThat(events).hasSize(2);
        assertThat(events.getLast()).isEqualTo(events.getFirst());
    }

    @Test
    void whatWasHandedOverToAProcessThatEndedIsFoundInTheFile() {
        var never = engine(working(), attempt -> {});
        publish("t-1", never);
        database.crash();
        assertThat(number("SELECT attempts FROM deliveries WHERE leased_until_ms IS NOT NULL"))
                .isEqualTo(1);

        var next = engine(working());
        assertThat(next.step(now)).isEqualTo(1);
        assertThat(next.step(now)).isZero();
        assertThat(events).hasSize(1);
    }

    @Test
    void whatWasHandedOverAndFailsIsTriedAgainAsEverythingElse() {
        var engine = engine(failing(new IllegalStateException("no luck")));
        publish("t-1", engine);
        assertThat(engine.nextDue()).contains(START.plus(Duration.ofMinutes(1)));
        at(Duration.ofMinutes(1), engine);
        at(Duration.ofMinutes(3), engine);
        assertThat(calls).containsExactly(START, START.plus(Duration.ofMinutes(1)), START.plus(Duration.ofMinutes(3)));
        assertThat(deadLetters()).hasSize(1);
    }

    @Test
    void whatWasHandedOverAndHangsHasFailed() {
        var waiting = new ArrayDeque<Runnable>();
        var engine = engine(working(), waiting::add);
        publish("t-1", engine);
        at(Pipeline.PROCESSOR.timeout(), engine);
        assertThat(text("SELECT last_reason FROM deliveries")).isEqualTo("timed out after 30 s");
        waiting.remove().run();
        assertThat(engine.inFlight()).isZero();
    }

    @Test
    void whatWasHandedOverAndWhoseOutcomeIsLostIsMadeAgainWhenItsLeaseEnds() {
        var waiting = new ArrayDeque<Runnable>();
        var engine = engine(working(), waiting::add);
        publish("t-1", engine);
        waiting.remove().run();
        database.crash();
        var leaseEnd = Pipeline.PROCESSOR.timeout().plusSeconds(30);
        assertThat(engine.nextDue()).contains(START.plus(leaseEnd));
        at(leaseEnd.minusMillis(1), engine);
        assertThat(calls).hasSize(1);
        at(leaseEnd, engine);
        waiting.remove().run();
        assertThat(calls).hasSize(2);
    }

    @Test
    void whatComesBackWhileItsMessageIsBeingWrittenIsDoneAllTheSame() {
        var waiting = new ArrayDeque<Runnable>();
        var engine = engine(comingBackBeforeWritesReturn(waiting), working(), waiting::add);
        publish("t-1", engine);
        assertThat(calls).hasSize(1);
        assertThat(number("SELECT (SELECT count(*) FROM deliveries) + (SELECT count(*) FROM topic_messages)"))
                .isZero();
    }

    @Test
    void whatFailsWhileItsMessageIsBeingWrittenIsTriedAgain() {
        var waiting = new ArrayDeque<Runnable>();
        var engine = engine(
                comingBackBeforeWritesReturn(waiting), failing(new IllegalStateException("no luck")), waiting::add);
        publish("t-1", engine);
        assertThat(text("SELECT attempts || ' ' || last_reason || ' ' || (leased_until_ms IS NULL) FROM deliveries"))
                .isEqualTo("1 IllegalStateException: no luck 1");
        assertThat(engine.nextDue()).contains(START.plus(Duration.ofMinutes(1)));
    }

    @Test
    void whatComesBackAfterItsPublisherWasRefusedIsForgotten() {
        var waiting = new ArrayDeque<Runnable>();
        var engine = engine(failing(new IllegalStateException("no luck")), waiting::add);
        database.write(session -> session.change("ALTER TABLE deliveries RENAME TO hidden"));
        assertThatThrownBy(() -> publish("t-1", engine)).isInstanceOf(Unavailable.class);
        database.write(session -> session.change("ALTER TABLE hidden RENAME TO deliveries"));
        waiting.remove().run();
        assertThat(number("SELECT (SELECT count(*) FROM deliveries) + (SELECT count(*) FROM topic_messages)"))
                .isZero();
    }

    /** The file, with attempts that come back when a write is committed and whoever wrote does not know it yet. */
    private Database comingBackBeforeWritesReturn(Queue<Runnable> waiting) {
        return Database.by(
                new Writer() {
                    @Override
                    public <T extends @Nullable Object> T write(Session.Work<T> work) {
                        var result = database.write(work);
                        while (!waiting.isEmpty()) {
                            waiting.remove().run();
                        }
                        return result;
                    }

                    @Override
                    public void writeSometime(Session.Work<?> work) {
                        database.writeSometime(work);
                    }

                    @Override
                    public void close() {
                        database.close();
                    }
                },
                database);
    }

    @Test
    void moreThanCanBeHandedOverIsLeftDueAndPlacesAreGivenBack() {
        var waiting = new ArrayDeque<Runnable>();
        var engine = engine(working(), waiting::add);
        for (var i = 0; i < Engine.MOST_HANDED_OVER + 3; i++) {
            publish("t-" + i, engine);
        }
        assertThat(waiting).hasSize(Engine.MOST_HANDED_OVER);
        assertThat(engine.step(now)).isEqualTo(3);
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(events).hasSize(Engine.MOST_HANDED_OVER + 3);
        publish("t-late", engine);
        assertThat(waiting).hasSize(1);
    }

    @Test
    void aMessageThatDidNotReachTheFileGivesItsPlaceBackWhenItsAttemptEnds() {
        var waiting = new ArrayDeque<Runnable>();
        var engine = engine(working(), waiting::add);
        database.write(session -> session.change("ALTER TABLE deliveries RENAME TO hidden"));
        for (var i = 0; i < Engine.MOST_HANDED_OVER; i++) {
            assertThatThrownBy(() -> publish("t-1", engine)).isInstanceOf(Unavailable.class);
        }
        database.write(session -> session.change("ALTER TABLE hidden RENAME TO deliveries"));
        publish("t-left", engine);
        assertThat(engine.inFlight()).isEqualTo(Engine.MOST_HANDED_OVER);
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        publish("t-1", engine);
        assertThat(engine.inFlight()).isEqualTo(1);
    }

    private void at(Duration after, Engine engine) {
        now = START.plus(after);
        engine.step(now);
    }

    private void publish(String id) {
        publish(id, Handover.NONE);
    }

    private void publish(String id, Handover handover) {
        new SqliteTransactionTopic(database, Pipeline.BLUEPRINT, Pipeline.TRANSACTIONS_TOPIC, clock, handover)
                .publish(Samples.announcement(Samples.transaction(id)));
    }

    private Engine engine(RequestStreamHandler processor) {
        return engine(processor, Runnable::run);
    }

    private Engine engine(RequestStreamHandler processor, Executor executor) {
        return engine(database, processor, executor);
    }

    private Engine engine(Database file, RequestStreamHandler processor, Executor executor) {
        return new Engine(file, List.of(new Invocation(Pipeline.PROCESSOR, processor, clock)), executor, clock);
    }

    private RequestStreamHandler working() {
        return (in, out, context) -> {
            calls.add(now);
            events.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        };
    }

    private RequestStreamHandler failing(RuntimeException failure) {
        return (in, out, context) -> {
            calls.add(now);
            throw failure;
        };
    }

    private RequestStreamHandler processor() {
        return new Processor(
                new SqliteTransactionStore(database, List.of()), notification -> {}, clock, new Telemetry(line -> {}));
    }

    private List<String> deadLetters() {
        return database.read(session -> session.rows(
                "SELECT queue || ' ' || function || ' ' || attempts || ' ' || reason || ' ' || first_failed_at_ms"
                        + " || ' ' || last_failed_at_ms FROM dead_letters",
                row -> row.getString(1)));
    }

    /** What is to be written some time is written before: it joins the next write. */
    private long number(String sql) {
        database.write(session -> 0);
        return database.read(session -> session.row(sql, row -> row.getLong(1)).orElseThrow());
    }

    private String text(String sql) {
        return database.read(
                session -> session.row(sql, row -> row.getString(1)).orElseThrow());
    }
}
