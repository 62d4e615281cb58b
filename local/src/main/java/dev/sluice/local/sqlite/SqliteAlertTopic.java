package dev.sluice.local.sqlite;

import dev.sluice.handlers.codec.AlertJson;
import dev.sluice.handlers.port.Alert;
import dev.sluice.handlers.port.AlertTopic;
import java.time.InstantSource;

/** Alerts in the file, where whoever wants to know reads them. */
public final class SqliteAlertTopic implements AlertTopic {

    private final Writer writer;
    private final InstantSource clock;

    public SqliteAlertTopic(Writer writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public void publish(Alert alert) {
        var message = AlertJson.write(alert);
        var now = clock.instant();
        writer.write(session -> session.change(
                """
                INSERT INTO alerts (alert_id, source, id, reason, sentence, score, message, published_at_ms)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                alert.alertId(),
                alert.identity().source(),
                alert.identity().id(),
                alert.reason(),
                alert.sentence(),
                alert.score(),
                message,
                now));
    }
}
