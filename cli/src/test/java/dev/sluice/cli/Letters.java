package dev.sluice.cli;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;

/** Puts dead letters into a pipeline's file, as if a function had given up on them, and lets time pass there. */
final class Letters {

    private final String url;

    Letters(Path data) {
        this.url = "jdbc:sqlite:" + data.resolve("sluice.db");
    }

    /** The id of the letter that this made. */
    long put(String function, String payload, String reason, Instant at) {
        try (var connection = DriverManager.getConnection(url);
                var insert = connection.prepareStatement("""
                        INSERT INTO dead_letters (queue, function, payload, reason, attempts, first_failed_at_ms,
                          last_failed_at_ms) VALUES (?, ?, ?, ?, 3, ?, ?)""")) {
            connection.createStatement().execute("PRAGMA busy_timeout = 10000");
            insert.setString(1, function + "-dlq");
            insert.setString(2, function);
            insert.setString(3, payload);
            insert.setString(4, reason);
            insert.setLong(5, at.toEpochMilli());
            insert.setLong(6, at.toEpochMilli());
            insert.executeUpdate();
            try (var row = connection.createStatement().executeQuery("SELECT last_insert_rowid()")) {
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What waits for its next attempt is due now. */
    void hurry() {
        try (var connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("PRAGMA busy_timeout = 10000");
            connection
                    .createStatement()
                    .executeUpdate("UPDATE deliveries SET due_at_ms = 0 WHERE leased_until_ms IS NULL");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** An event of the topic with one announcement. */
    static String announcement(String id, String amount) {
        return event("""
                {"schemaVersion":"1","source":"default","zone":"Europe/London","receivedAt":"2026-01-01T00:00:00Z",
                 "correlationId":"corr-%s","transaction":{"id":"%s","type":"payment","amount":"%s","currency":"GBP",
                 "accountId":"a-1","occurredAt":"2026-01-01","merchant":{"name":"Corner Shop"}}}""".formatted(id, id, amount));
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
}
