package dev.sluice.console.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.console.Asking;
import dev.sluice.console.Stored;
import dev.sluice.console.page.Invalid;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.port.Draft;
import dev.sluice.handlers.port.Samples;
import dev.sluice.local.sqlite.SqliteAssessments;
import dev.sluice.local.sqlite.SqliteTransactionStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionPageTest {

    private static final String BODY = "{\"schemaVersion\":\"1\",\"source\":\"default\",\"id\":\"%s\",\"correlationId\":\"c\"}";

    private final Stored stored = Stored.nothing();
    private final TransactionPage page = new TransactionPage(stored.database(), Optional.of(40));

    @AfterEach
    void close() {
        stored.close();
    }

    private Fields answer() {
        return Asking.answer(page, "source", "default", "id", "t-1");
    }

    private static List<String> names(Fields answer) {
        return Asking.objects(answer, "hops").stream().map(hop -> hop.text("name")).toList();
    }

    private void change(String sql, Object... values) {
        stored.database().write(session -> session.change(sql, values));
    }

    private void failed(String function, String payload) {
        change("""
                INSERT INTO dead_letters (queue, function, payload, reason, attempts, first_failed_at_ms,
                  last_failed_at_ms) VALUES ('any', ?, ?, 'it broke', 5, 1, 2)""", function, payload);
    }

    @Test
    void tellsTheDocumentAndTheWay() {
        var draft = Draft.of("t-1");
        stored.with(draft).scored(draft.transaction(), 20, "night");
        var answer = answer();
        assertThat(answer.object("document").text("status")).isEqualTo("enriched");
        assertThat(answer.object("document").object("risk").integer("score")).isEqualTo(20);
        assertThat(names(answer)).containsExactly("received", "stored", "enriched");
        var hop = Asking.objects(answer, "hops").getLast();
        assertThat(hop.text("function")).isEqualTo("enricher");
        assertThat(hop.text("at")).isEqualTo(Samples.STORED.plusSeconds(1).toString());
        assertThat(hop.integer("attempts")).isEqualTo(1);
        assertThat(answer.integer("flagAt")).isEqualTo(40);
    }

    @Test
    void tellsWhatNeededMoreThanOneAttempt() {
        stored.with(Draft.of("t-1"));
        change("INSERT INTO retried VALUES ('default', 't-1', 'processor', 3, 1, 'the store was slow', 2)");
        var hop = Asking.objects(answer(), "hops").get(1);
        assertThat(hop.integer("attempts")).isEqualTo(3);
        assertThat(hop.text("note")).isEqualTo("the store was slow");
    }

    @Test
    void tellsWhatIsUnderWay() {
        new SqliteTransactionStore(stored.database(), List.of("enricher"))
                .store(Samples.arrival(Draft.of("t-1").transaction()));
        change("""
                INSERT INTO stream_shards (function, shard, attempts, narrowed_to, due_at_ms, last_reason)
                SELECT function, shard, 2, 1, 0, 'it broke' FROM stream_records""");
        var answer = answer();
        var hop = Asking.objects(answer, "hops").getLast();
        assertThat(hop.findText("at")).isEmpty();
        assertThat(hop.integer("attempts")).isEqualTo(2);
        assertThat(hop.text("note")).isEqualTo("it broke");
        assertThat(Asking.objects(answer, "underWay")).hasSize(1);
    }

    @Test
    void tellsOfANotificationThatWaits() {
        var draft = Draft.of("t-1");
        stored.with(draft).scored(draft.transaction(), 60, "night");
        change("""
                INSERT INTO queue_messages (queue, body, sent_at_ms, visible_at_ms, receives, in_flight)
                VALUES (?, ?, 1, 1, 2, 0)""", Pipeline.NOTIFICATIONS_QUEUE.name(), BODY.formatted("t-1"));
        change("""
                INSERT INTO queue_messages (queue, body, sent_at_ms, visible_at_ms, receives, in_flight)
                VALUES (?, ?, 1, 1, 9, 0)""", Pipeline.NOTIFICATIONS_QUEUE.name(), BODY.formatted("t-10"));
        var told = Asking.objects(answer(), "hops").getLast();
        assertThat(told.text("name")).isEqualTo("told");
        assertThat(told.integer("attempts")).isEqualTo(2);
        assertThat(told.findText("at")).isEmpty();
    }

    @Test
    void tellsWhatWasGivenUpOn() {
        var draft = Draft.of("t-1");
        stored.with(draft).scored(draft.transaction(), 60, "night");
        failed("notifier", BODY.formatted("t-1"));
        failed("notifier", BODY.formatted("t-10"));
        var answer = answer();
        var told = Asking.objects(answer, "hops").getLast();
        assertThat(told.object("failed").text("reason")).isEqualTo("it broke");
        assertThat(Asking.objects(answer, "deadLetters")).hasSize(1);
    }

    @Test
    void tellsWhenSomebodyWasTold() {
        var draft = Draft.of("t-1");
        stored.with(draft).scored(draft.transaction(), 60, "night");
        new SqliteAssessments(stored.database()).notified(draft.identity());
        for (var at : List.of(3_000, 2_000)) {
            change("""
                    INSERT INTO alerts (alert_id, source, id, reason, sentence, score, message, published_at_ms)
                    VALUES ('a', 'default', 't-1', 'night', 'at night', 60, '', ?)""", at);
        }
        var answer = answer();
        assertThat(Asking.objects(answer, "hops").getLast().text("at")).isEqualTo("1970-01-01T00:00:02Z");
        assertThat(Asking.objects(answer, "alerts").getFirst().integer("times")).isEqualTo(2);
    }

    @Test
    void whatIsNotStoredIsNotFound() {
        assertThat(Asking.whole(page, Asking.request("source", "default", "id", "t-1")).status()).isEqualTo(404);
    }

    @Test
    void bothNamesAreNeeded() {
        assertThat(catchThrowableOfType(Invalid.class, () -> Asking.answer(page)).errors()).hasSize(2);
    }
}
