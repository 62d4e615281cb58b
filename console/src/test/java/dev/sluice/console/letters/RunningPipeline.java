package dev.sluice.console.letters;

import dev.sluice.console.page.Page;
import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.local.Attachment;
import dev.sluice.local.LocalPipeline;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.sqlite.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** A real pipeline with dead letters in its file, and the console's pages on it. */
final class RunningPipeline implements AutoCloseable {

    static final InstantSource CLOCK = InstantSource.system();

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final LocalPipeline pipeline;
    private final Database database;

    RunningPipeline(Path folder) {
        var inside = new AtomicReference<Attachment.Inside>();
        this.pipeline = LocalPipeline.start(folder, LocalPipeline.LOOPBACK, 0, given -> {
            inside.set(given);
            return Attachment.Maker.NONE.make(given);
        });
        this.database = inside.get().database();
    }

    Database database() {
        return database;
    }

    /** The number of a letter that this made, as if a function had given up on it. */
    long put(String function, String payload, String reason, Instant at) {
        return database.write(session -> {
            session.change(
                    "INSERT INTO dead_letters (queue, function, payload, reason, attempts, first_failed_at_ms,"
                            + " last_failed_at_ms) VALUES (?, ?, ?, ?, 3, ?, ?)",
                    function + "-dlq",
                    function,
                    payload,
                    reason,
                    at,
                    at);
            return session.row("SELECT last_insert_rowid()", row -> row.getLong(1))
                    .orElseThrow();
        });
    }

    long poison(String function, String payload) {
        return put(function, payload, "IllegalArgumentException: poison", CLOCK.instant());
    }

    /** What waits for its next attempt is due now. */
    void hurry() {
        database.write(
                session -> session.change("UPDATE deliveries SET due_at_ms = 0 WHERE leased_until_ms IS NULL"));
    }

    long count(String sql) {
        return database.read(session -> session.row(sql, row -> row.getLong(1)).orElseThrow());
    }

    /** Everything that redriving could change. */
    List<String> everything() {
        var all = new ArrayList<String>();
        database.read(session -> all.addAll(session.rows(
                "SELECT number || function || payload || reason || attempts || last_failed_at_ms || coalesce(held_until_ms,"
                        + " '') FROM dead_letters ORDER BY number",
                row -> row.getString(1))));
        for (var table : List.of("topic_messages", "deliveries", "queue_messages", "transactions", "alerts")) {
            all.add(table + count("SELECT count(*) FROM " + table));
        }
        return all;
    }

    static Whole get(Page page, String path, Map<String, String> parameters) {
        var query = new HashMap<String, List<String>>();
        parameters.forEach((name, value) -> query.put(name, List.of(value)));
        return Whole.of(page.answer(new PageRequest("GET", path, query, Map.of(), new byte[0])));
    }

    static Whole post(Page page, String body) {
        return Whole.of(page.answer(new PageRequest(
                "POST", "/console/api/redrives", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8))));
    }

    /** A whole answer, read. */
    record Whole(int status, String text, Fields json) {
        static Whole of(PageAnswer answer) {
            var body = ((PageAnswer.Whole) answer).body();
            return new Whole(
                    answer.status(),
                    new String(body, StandardCharsets.UTF_8),
                    Fields.parse(JsonDocument.within(JsonBounds.EVENT), body));
        }

        List<Fields> objects(String name) {
            return RunningPipeline.objects(json, name);
        }
    }

    static List<Fields> objects(Fields json, String name) {
        return json.listing(name).items().stream()
                .map(item -> new Fields((Written.Group) item))
                .toList();
    }

    static List<String> texts(Fields json, String name) {
        return json.listing(name).items().stream()
                .map(item -> ((Written.Text) item).value())
                .toList();
    }

    static void eventually(BooleanSupplier condition) {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it did not come true within " + LONGEST);
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** An event of the topic with one announcement. */
    static String announcement(String id) {
        return event("""
                {"schemaVersion":"1","source":"default","zone":"Europe/London","receivedAt":"2026-01-01T00:00:00Z",
                 "correlationId":"corr-%s","transaction":{"id":"%s","type":"payment","amount":"12.34","currency":"GBP",
                 "accountId":"a-1","occurredAt":"2026-01-01","merchant":{"name":"Corner Shop"}}}""".formatted(id, id));
    }

    /** An event of the topic with that message. */
    static String event(String message) {
        var escaped = message.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return "{\"Records\":[{\"EventSource\":\"aws:sns\",\"EventVersion\":\"1.0\",\"EventSubscriptionArn\":\"a\",\"Sns\":{"
                + "\"Type\":\"Notification\",\"MessageId\":\"m\",\"TopicArn\":\"t\",\"Message\":\"" + escaped
                + "\",\"Timestamp\":\"2026-01-01T00:00:00Z\",\"MessageAttributes\":{}}}]}";
    }

    /** An event of the stream with one record whose document no enricher can read. */
    static String broken(String id) {
        return """
                {"Records":[{"eventID":"1","eventName":"INSERT","dynamodb":{"SequenceNumber":"1","NewImage":{
                 "source":{"S":"default"},"id":{"S":"%s"},"document":{"S":"nonsense"},"correlationId":{"S":"corr-%s"}}}}]}""".formatted(id, id);
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
