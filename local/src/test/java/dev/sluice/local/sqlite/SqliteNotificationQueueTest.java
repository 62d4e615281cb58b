package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.NotificationQueue;
import dev.sluice.handlers.port.NotificationQueueContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class SqliteNotificationQueueTest extends NotificationQueueContract {

    private final Database database = Database.inMemory();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected NotificationQueue queue() {
        return new SqliteNotificationQueue(database, "notifications", () -> Instant.EPOCH);
    }

    @Override
    protected List<String> handedOver() {
        return database.read(session ->
                session.rows("SELECT body FROM queue_messages WHERE queue = 'notifications'", row -> row.getString(1)));
    }
}
