package dev.sluice.console.browser;

import dev.sluice.handlers.codec.JsonText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;

/** Puts dead letters into a pipeline's file, as if a function had given up on them, and looks and lets time pass there. */
final class Letters {

    private final String url;

    Letters(Path folder) {
        this.url = "jdbc:sqlite:" + folder.resolve("sluice.db");
    }

    /** An announcement that the processor will take. */
    long good(String id) {
        return put("processor", event(announcement(id, "12.50")), "Unavailable: the store did not answer");
    }

    /** A record of the stream that no enricher can read. */
    long broken(String id) {
        return put("enricher", """
                {"Records":[{"eventID":"1","eventName":"INSERT","dynamodb":{"SequenceNumber":"1","NewImage":{\
                "source":{"S":"default"},"id":{"S":"%s"},"document":{"S":"nonsense"},\
                "correlationId":{"S":"corr-%s"}}}}]}""".formatted(id, id), "IllegalArgumentException: it does not read");
    }

    /** A position where nothing lies any more. */
    long lost() {
        return put(
                "enricher",
                "{\"DDBStreamBatchInfo\":{\"startSequenceNumber\":\"77000000\"}}",
                "Unavailable: the history did not answer");
    }

    /** What no notifier can read. */
    long nonsense() {
        return put("notifier", "nonsense", "IllegalArgumentException: it is no notification");
    }

    /** The number of the letter that this made. */
    long put(String function, String payload, String reason) {
        return within(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO dead_letters (queue, function, payload, reason, attempts, first_failed_at_ms,
                      last_failed_at_ms) VALUES (?, ?, ?, ?, 3, ?, ?)""")) {
                insert.setString(1, function.equals("notifier") ? "notifications-dlq" : function + "-dlq");
                insert.setString(2, function);
                insert.setString(3, payload);
                insert.setString(4, reason);
                insert.setLong(5, Instant.now().minusSeconds(3_600).toEpochMilli());
                insert.setLong(6, Instant.now().minusSeconds(60).toEpochMilli());
                insert.executeUpdate();
            }
            return number(connection, "SELECT last_insert_rowid()");
        });
    }

    /** There are none any more. */
    void clear() {
        change("DELETE FROM dead_letters");
    }

    /** A number that a query of the file gives. */
    long number(String query) {
        return within(connection -> number(connection, query));
    }

    /** What waits for its next attempt is due now. */
    void hurry() {
        change("UPDATE deliveries SET due_at_ms = 0 WHERE leased_until_ms IS NULL");
    }

    private void change(String statement) {
        within(connection -> {
            try (var change = connection.createStatement()) {
                return (long) change.executeUpdate(statement);
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        long of(Connection connection) throws SQLException;
    }

    private long within(Work work) {
        try (var connection = DriverManager.getConnection(url)) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 10000");
            }
            return work.of(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }

    /** A payment as it was announced: what {@link #submitted} is once it is accepted. */
    static String announcement(String id, String amount) {
        return """
                {"schemaVersion":"1","source":"default","zone":"Europe/London","receivedAt":"2026-01-01T00:00:00Z",\
                "correlationId":"corr-%s","transaction":%s}""".formatted(id, submitted(id, amount));
    }

    static String submitted(String id, String amount) {
        return """
                {"id":"%s","type":"payment","amount":"%s","currency":"GBP","accountId":"a-1",\
                "occurredAt":"2026-01-01","merchant":{"name":"Corner Shop"}}""".formatted(id, amount);
    }

    /** An event of the topic with that message. */
    static String event(String message) {
        var sns = JsonText.object(json -> {
            json.writeStringField("Type", "Notification");
            json.writeStringField("MessageId", "m");
            json.writeStringField("TopicArn", "t");
            json.writeStringField("Message", message);
            json.writeStringField("Timestamp", "2026-01-01T00:00:00Z");
            json.writeObjectFieldStart("MessageAttributes");
            json.writeEndObject();
        });
        return "{\"Records\":[{\"EventSource\":\"aws:sns\",\"EventVersion\":\"1.0\",\"EventSubscriptionArn\":\"a\",\"Sns\":"
                + sns + "}]}";
    }
}
