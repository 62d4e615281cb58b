package dev.sluice.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.risk.RiskPolicy;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.AssessmentJson;
import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.enriching.Enricher;
import dev.sluice.handlers.notifying.Notifier;
import dev.sluice.handlers.port.AccountHistory;
import dev.sluice.handlers.port.AlertTopic;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.TransactionStore;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.processing.Processor;
import dev.sluice.handlers.telemetry.Telemetry;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.SqliteAccountHistory;
import dev.sluice.local.sqlite.SqliteAlertLedger;
import dev.sluice.local.sqlite.SqliteAlertTopic;
import dev.sluice.local.sqlite.SqliteAssessments;
import dev.sluice.local.sqlite.SqliteNotificationQueue;
import dev.sluice.local.sqlite.SqliteTransactionStore;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole pipeline behind its topic on a virtual clock, its dead letters, and what redriving makes of them. */
class RedriveTest {

    private final Database database = Database.inMemory();
    private boolean storeAnswers = true;
    private boolean historyAnswers = true;
    private boolean alertsAnswer = true;
    private Instant now = Samples.RECEIVED;
    private final InstantSource clock = () -> now;
    private final Engine engine = engine();
    private final Redrive redrive = new Redrive(database, clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTheStoreWouldNotTakeIsRedrivenIntoItOnce() {
        storeAnswers = false;
        publish(Samples.transaction("t-1"));
        hours(1);
        var letter = onlyLetter();
        assertThat(letter.queue()).isEqualTo("processor-dlq");
        assertThat(letter.reasons()).containsExactly("Unavailable: the store did not answer");
        assertThat(redrive.look(letter.number(), Optional.empty())).isEqualTo(new Redriving.Invoked(0));
        assertThat(onlyLetter()).isEqualTo(letter);

        storeAnswers = true;
        assertThat(redrive.redrive(letter.number(), Optional.empty())).isInstanceOf(Redriving.Invoked.class);
        assertThat(redrive.redrive(letter.number(), Optional.empty())).isEqualTo(new Redriving.Gone());
        hours(1);
        assertThat(number("SELECT count(*) FROM transactions WHERE status IN ('ENRICHED', 'NOTIFIED')"))
                .isEqualTo(1);
        assertThat(letters()).isEmpty();
    }

    @Test
    void whatFailsAgainComesBackWithBothReasonsAndItsFirstTime() {
        storeAnswers = false;
        publish(Samples.transaction("t-1"));
        hours(1);
        var letter = onlyLetter();
        var redriven = (Redriving.Invoked) redrive.redrive(letter.number(), Optional.empty());
        assertThat(redrive.standing(List.of(redriven.message())))
                .containsEntry(redriven.message(), Redrive.Standing.UNDER_WAY);
        hours(1);

        var again = onlyLetter();
        assertThat(again.reasons())
                .containsExactly("Unavailable: the store did not answer", "Unavailable: the store did not answer");
        assertThat(again.firstFailedAt()).isEqualTo(letter.firstFailedAt());
        assertThat(again.lastFailedAt()).isAfter(letter.lastFailedAt());
        assertThat(again.payload()).isEqualTo(letter.payload());
        assertThat(redrive.standing(List.of(redriven.message())))
                .containsEntry(redriven.message(), Redrive.Standing.FAILED_AGAIN);
    }

    @Test
    void whatIsStoredByNowIsSaidToBeAndRemoved() {
        storeAnswers = false;
        publish(Samples.transaction("t-1"));
        hours(1);
        storeAnswers = true;
        publish(Samples.transaction("t-1"));
        hours(1);
        var letter = onlyLetter();
        var done = new Redriving.DoneAlready("transaction t-1 is stored");
        assertThat(redrive.look(letter.number(), Optional.empty())).isEqualTo(done);
        assertThat(redrive.redrive(letter.number(), Optional.empty())).isEqualTo(done);
        assertThat(letters()).isEmpty();
    }

    @Test
    void aPositionInTheStreamIsRedrivenAsTheRecordThatLiesThere() {
        historyAnswers = false;
        publish(Samples.transaction("t-1"));
        hours(3);
        var letter = onlyLetter();
        assertThat(letter.queue()).isEqualTo("enricher-dlq");
        assertThat(letter.payload()).contains("DDBStreamBatchInfo");

        assertThat(redrive.redrive(letter.number(), Optional.empty())).isInstanceOf(Redriving.Invoked.class);
        hours(1);
        var again = onlyLetter();
        assertThat(again.queue()).isEqualTo("enricher-dlq");
        assertThat(again.reasons()).hasSize(2).allMatch("Unavailable: the history did not answer"::equals);

        historyAnswers = true;
        redrive.redrive(again.number(), Optional.empty());
        hours(1);
        assertThat(letters()).isEmpty();
        assertThat(number("SELECT count(*) FROM transactions WHERE status = 'NOTIFIED'"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM alerts")).isEqualTo(1);
    }

    @Test
    void aNotificationThatNobodyCouldBeToldOfIsRedrivenAsAMessage() {
        alertsAnswer = false;
        publish(Samples.transaction("t-1"));
        hours(1);
        var letter = onlyLetter();
        assertThat(letter.queue()).isEqualTo("notifications-dlq");
        assertThat(letter.attempts()).isEqualTo(5);
        assertThat(letter.reasons()).containsExactly("Unavailable: the topic did not answer");

        alertsAnswer = true;
        redrive.redrive(letter.number(), Optional.empty());
        hours(1);
        assertThat(letters()).isEmpty();
        assertThat(number("SELECT count(*) FROM alerts")).isEqualTo(1);
        assertThat(number("SELECT count(*) FROM transactions WHERE status = 'NOTIFIED'"))
                .isEqualTo(1);
    }

    @Test
    void aConflictThatNobodyWasToldOfIsNotDone() {
        publish(Samples.transaction("t-1"));
        hours(1);
        var other = Samples.transaction(new Identity("default", "t-1"), "account-1", Samples.OCCURRED, 9_999);
        letter("processor", event(other));
        assertThat(redrive.look(onlyLetter().number(), Optional.empty())).isEqualTo(new Redriving.Invoked(0));
        publish(other);
        hours(1);
        assertThat(redrive.look(onlyLetter().number(), Optional.empty()))
                .isEqualTo(new Redriving.DoneAlready("the conflict on t-1 is recorded and told"));
    }

    @Test
    void aConflictOfWhichAnotherArrivalWasToldIsStillToBeRecorded() {
        publish(Samples.transaction("t-1"));
        var other = Samples.transaction(new Identity("default", "t-1"), "account-1", Samples.OCCURRED, 9_999);
        publish(other);
        hours(1);
        var later = Samples.RECEIVED.plusSeconds(60).toString();
        letter("processor", event(other).replace(Samples.RECEIVED.toString(), later));

        assertThat(redrive.redrive(onlyLetter().number(), Optional.empty())).isInstanceOf(Redriving.Invoked.class);
        hours(1);
        assertThat(number("SELECT count(*) FROM conflicts")).isEqualTo(2);
        assertThat(number("SELECT count(*) FROM alerts WHERE reason = 'conflict'"))
                .isEqualTo(1);
    }

    @Test
    void whatDoesNotReadStaysAndIsRedrivenOnceItIsRepaired() {
        letter("processor", "{\"Records\":[{\"Sns\":{\"Message\":\"no announcement\"}}]}");
        letter("notifier", "nonsense");
        letter("nobody", "{}");
        letter("enricher", "{\"DDBStreamBatchInfo\":{\"startSequenceNumber\":\"77\"}}");
        for (var letter : letters()) {
            assertThat(redrive.redrive(letter.number(), Optional.empty()))
                    .as(letter.function())
                    .isInstanceOf(Redriving.Unusable.class);
        }
        assertThat(letters()).hasSize(4);

        assertThat(redrive.redrive(letters().getFirst().number(), Optional.of(event(Samples.transaction("t-1")))))
                .isInstanceOf(Redriving.Invoked.class);
        hours(1);
        assertThat(letters()).hasSize(3);
        assertThat(number("SELECT count(*) FROM transactions")).isEqualTo(1);
    }

    @Test
    void lettersAreFoundByFunctionReasonAndTime() {
        letter("processor", "{}");
        now = now.plusSeconds(60);
        letter("notifier", "{}");
        assertThat(functions(LetterFilter.ALL)).containsExactly("processor", "notifier");
        assertThat(functions(new LetterFilter(
                        Optional.of("notifier"), Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactly("notifier");
        assertThat(functions(new LetterFilter(
                        Optional.empty(), Optional.of("REASON OF PROC"), Optional.empty(), Optional.empty())))
                .containsExactly("processor");
        assertThat(functions(new LetterFilter(
                        Optional.empty(), Optional.empty(), Optional.of(now.minusSeconds(1)), Optional.empty())))
                .containsExactly("processor");
        assertThat(functions(new LetterFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(now))))
                .containsExactly("notifier");
        database.write(session -> session.change("UPDATE dead_letters SET held_until_ms = ?", now.plusSeconds(1)));
        assertThat(functions(LetterFilter.ALL)).isEmpty();
        assertThat(redrive.redrive(1, Optional.empty())).isEqualTo(new Redriving.Gone());
    }

    @Test
    void aRedriveThatIsCutBetweenLeavesTheLetter() {
        letter("processor", event(Samples.transaction("t-1")));
        database.write(session -> session.change("ALTER TABLE deliveries RENAME TO hidden"));
        var number = onlyLetter().number();
        try {
            redrive.redrive(number, Optional.empty());
        } catch (Unavailable e) {
            assertThat(e).hasMessageContaining("did not take a write");
        }
        database.write(session -> session.change("ALTER TABLE hidden RENAME TO deliveries"));
        assertThat(onlyLetter().number()).isEqualTo(number);
        assertThat(number("SELECT count(*) FROM topic_messages")).isZero();
    }

    @Test
    void aNotificationWhoseAlertsAreOutIsDone() {
        publish(Samples.transaction("t-1"));
        hours(1);
        letter(
                "notifier",
                NotificationJson.write(new Notification.Flagged(
                        new Identity("default", "t-1"),
                        "account-1",
                        database.read(session -> session.row(
                                                "SELECT assessment FROM transactions",
                                                row -> AssessmentJson.read(row.getString(1)))
                                        .orElseThrow())
                                .risk(),
                        Samples.TRACE)));
        assertThat(redrive.look(onlyLetter().number(), Optional.empty()))
                .isEqualTo(new Redriving.DoneAlready("every alert of t-1 is published"));
    }

    private List<String> functions(LetterFilter filter) {
        return redrive.find(filter).stream().map(Letter::function).toList();
    }

    private List<Letter> letters() {
        return redrive.find(LetterFilter.ALL);
    }

    private Letter onlyLetter() {
        assertThat(letters()).hasSize(1);
        return letters().getFirst();
    }

    private long number(String sql) {
        return database.read(session -> session.row(sql, row -> row.getLong(1)).orElseThrow());
    }

    private void letter(String function, String payload) {
        database.write(session -> session.change("""
                INSERT INTO dead_letters (queue, function, payload, reason, attempts, first_failed_at_ms,
                  last_failed_at_ms) VALUES ('q', ?, ?, 'the reason of ' || ?, 3, ?, ?)""", function, payload, function, now, now));
    }

    private static String event(Transaction transaction) {
        return new String(
                new TopicMessage(
                                1,
                                "transactions",
                                AnnouncementJson.write(Samples.announcement(transaction)),
                                "{}",
                                Samples.RECEIVED)
                        .event(),
                StandardCharsets.UTF_8);
    }

    private void publish(Transaction transaction) {
        new SqliteTransactionTopic(database, Pipeline.BLUEPRINT, Pipeline.TRANSACTIONS_TOPIC, clock, Handover.NONE)
                .publish(Samples.announcement(transaction));
    }

    /** Lets everything happen that happens in so many hours. */
    private void hours(int hours) {
        var end = now.plus(Duration.ofHours(hours));
        while (true) {
            if (engine.step(now) > 0) {
                continue;
            }
            var next = engine.nextDue().filter(due -> !due.isAfter(end));
            if (next.isEmpty()) {
                now = end;
                return;
            }
            now = next.get().isAfter(now) ? next.get() : now;
        }
    }

    private Engine engine() {
        var notifications = new SqliteNotificationQueue(database, Pipeline.NOTIFICATIONS_QUEUE.name(), clock);
        var telemetry = new Telemetry(line -> {});
        var assessments = new SqliteAssessments(database);
        var store = new SqliteTransactionStore(database, Pipeline.BLUEPRINT.readersOf(Pipeline.TRANSACTIONS_TABLE));
        TransactionStore faultyStore = arrival -> {
            if (!storeAnswers) {
                throw new Unavailable("the store did not answer");
            }
            return store.store(arrival);
        };
        var history = new SqliteAccountHistory(database);
        AccountHistory faultyHistory = (transaction, at) -> {
            if (!historyAnswers) {
                throw new Unavailable("the history did not answer");
            }
            return history.of(transaction, at);
        };
        var alerts = new SqliteAlertTopic(database, clock);
        AlertTopic faultyAlerts = alert -> {
            if (!alertsAnswer) {
                throw new Unavailable("the topic did not answer");
            }
            alerts.publish(alert);
        };
        // Samples are made at night: that alone flags here, and nothing else fires.
        var policy = RiskPolicy.standard().with("flag_at", BigDecimal.ONE);
        return new Engine(
                database,
                List.of(
                        new Invocation(
                                Pipeline.PROCESSOR, new Processor(faultyStore, notifications, clock, telemetry), clock),
                        new Invocation(
                                Pipeline.ENRICHER,
                                new Enricher(faultyHistory, assessments, notifications, policy, clock, telemetry),
                                clock),
                        new Invocation(
                                Pipeline.NOTIFIER,
                                new Notifier(
                                        faultyAlerts, new SqliteAlertLedger(database), assessments, clock, telemetry),
                                clock)),
                Runnable::run,
                clock);
    }
}
