package dev.sluice.local.sqlite;

import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.NotificationQueue;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;

/** A queue of notifications in the file. */
public final class SqliteNotificationQueue implements NotificationQueue {

    private final Writer writer;
    private final String queue;
    private final InstantSource clock;

    /**
     * A queue.
     *
     * @param queue the blueprint's name of it
     */
    public SqliteNotificationQueue(Writer writer, String queue, InstantSource clock) {
        this.writer = writer;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void send(Notification notification) {
        var body = NotificationJson.write(notification);
        var now = clock.instant();
        writer.write(session -> insert(session, queue, body, now));
    }

    /** Within a step of somebody else's. */
    static int insert(Session session, String queue, String body, Instant now) throws SQLException {
        return session.change("""
                INSERT INTO queue_messages (queue, body, sent_at_ms, visible_at_ms, receives, in_flight)
                VALUES (?, ?, ?, ?, 0, 0)""", queue, body, now, now);
    }
}
