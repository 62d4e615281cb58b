package dev.sluice.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.local.sqlite.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages of a queue on their way to a function, on a virtual clock, in memory, without a thread. */
class QueueHopTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration HIDDEN = Pipeline.NOTIFICATIONS_QUEUE.visibilityTimeout();

    private final Database database = Database.inMemory();
    private final List<List<String>> batches = new ArrayList<>();
    private final Set<String> poison = new HashSet<>();
    private boolean answersPartly = true;
    private Instant now = START;
    private final InstantSource clock = () -> now;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void messagesComeInBatchesOfTenAndAreRemovedOnceDone() {
        send(25);
        run(engine());
        assertThat(batches).extracting(List::size).containsExactly(10, 10, 5);
        assertThat(left()).isZero();
    }

    @Test
    void onlyWhatFailedComesAgainOnceItIsVisible() {
        send(3);
        poison.add("m-2");
        var engine = engine();
        run(engine);
        assertThat(left()).isEqualTo(1);
        assertThat(engine.nextDue()).contains(START.plus(HIDDEN));

        poison.clear();
        now = START.plus(HIDDEN).minusMillis(1);
        run(engine);
        assertThat(batches).hasSize(1);
        now = START.plus(HIDDEN);
        run(engine);
        assertThat(batches).containsExactly(List.of("m-1", "m-2", "m-3"), List.of("m-2"));
        assertThat(left()).isZero();
    }

    @Test
    void afterFiveReceivesAMessageIsADeadLetterWithItsReason() {
        send(2);
        poison.add("m-1");
        var engine = engine();
        for (var i = 0; i < 8; i++) {
            run(engine);
            now = now.plus(HIDDEN);
        }
        assertThat(batches.stream().filter(batch -> batch.contains("m-1"))).hasSize(5);
        assertThat(left()).isZero();
        assertThat(deadLetters())
                .containsExactly("notifications-dlq notifier 5 it is poison m-1 " + START.toEpochMilli());
    }

    @Test
    void aFunctionThatThrowsFailsTheWholeBatch() {
        answersPartly = false;
        send(2);
        poison.add("m-1");
        var engine = engine();
        run(engine);
        assertThat(left()).isEqualTo(2);
        now = now.plus(HIDDEN);
        poison.clear();
        run(engine);
        assertThat(left()).isZero();
        assertThat(batches).hasSize(2);
    }

    @Test
    void aFunctionThatHangsHasReceivedTheMessageAllTheSame() {
        send(1);
        var engine = engine(attempt -> {});
        engine.step(now);
        now = now.plus(Pipeline.NOTIFIER.timeout());
        engine.step(now);
        assertThat(database.<String>read(session -> session.row(
                                "SELECT receives || ' ' || last_reason FROM queue_messages", row -> row.getString(1))
                        .orElseThrow()))
                .isEqualTo("1 timed out after 30 s");
        now = START.plus(HIDDEN);
        assertThat(engine.step(now)).isEqualTo(1);
    }

    @Test
    void whatAProcessThatEndedHadInHandIsVisibleAtOnceAndStillCounted() {
        send(1);
        engine(attempt -> {}).step(now);
        database.crash();
        run(engine());
        assertThat(batches).hasSize(1);
        assertThat(left()).isZero();
    }

    @Test
    void anAnswerOfAnEarlierReceiveRemovesNothingOfALaterOne() {
        send(1);
        var waiting = new ArrayList<Runnable>();
        var first = engine(waiting::add);
        first.step(now);
        now = now.plus(HIDDEN);
        // Another process took over, and received it again.
        var second = engine(waiting::add);
        second.step(now);
        poison.add("m-1");
        waiting.getLast().run();
        poison.clear();
        waiting.getFirst().run();
        assertThat(left()).isEqualTo(1);
    }

    @Test
    void noMoreBatchesRunAtOnceThanTheBlueprintSays() {
        send(100);
        var engine = engine(attempt -> {});
        assertThat(engine.step(now)).isEqualTo(5);
        assertThat(engine.step(now)).isZero();
    }

    private void send(int count) {
        for (var i = 1; i <= count; i++) {
            var body = "m-" + i;
            database.write(session -> session.change("""
                    INSERT INTO queue_messages (queue, body, sent_at_ms, visible_at_ms, receives, in_flight)
                    VALUES ('notifications', ?, ?, ?, 0, 0)""", body, now, now));
        }
    }

    private void run(Engine engine) {
        while (engine.step(now) > 0) {
            // A step starts everything that is due, and what that leaves due is the next one's.
        }
    }

    private Engine engine() {
        return engine(Runnable::run);
    }

    private Engine engine(Executor executor) {
        return new Engine(database, List.of(new Invocation(Pipeline.NOTIFIER, function(), clock)), executor, clock);
    }

    private RequestStreamHandler function() {
        return (in, out, context) -> {
            var bodies = new ArrayList<String>();
            batches.add(bodies);
            var failures = new ArrayList<String>();
            var reasons = new ArrayList<String>();
            var event = Fields.parse(JsonDocument.within(JsonBounds.EVENT), in.readAllBytes());
            for (var item : event.listing("Records").items()) {
                var message = new Fields((Written.Group) item);
                bodies.add(message.text("body"));
                if (poison.contains(message.text("body"))) {
                    failures.add("{\"itemIdentifier\":\"" + message.text("messageId") + "\"}");
                    reasons.add("\"" + message.text("messageId") + "\":\"it is poison\"");
                }
            }
            if (!failures.isEmpty() && !answersPartly) {
                throw new IllegalStateException("no");
            }
            out.write(("{\"batchItemFailures\":[" + String.join(",", failures) + "],\"reasons\":{"
                            + String.join(",", reasons) + "}}")
                    .getBytes(StandardCharsets.UTF_8));
        };
    }

    private long left() {
        return database.read(session -> session.row("SELECT count(*) FROM queue_messages", row -> row.getLong(1))
                .orElseThrow());
    }

    private List<String> deadLetters() {
        return database.read(session -> session.rows(
                "SELECT queue || ' ' || function || ' ' || attempts || ' ' || reason || ' ' || payload || ' '"
                        + " || first_failed_at_ms FROM dead_letters",
                row -> row.getString(1)));
    }
}
