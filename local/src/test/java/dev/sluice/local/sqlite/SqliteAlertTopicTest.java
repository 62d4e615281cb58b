package dev.sluice.local.sqlite;

import dev.sluice.handlers.codec.MessageAttributes.Attribute;
import dev.sluice.handlers.port.AlertTopic;
import dev.sluice.handlers.port.AlertTopicContract;
import dev.sluice.handlers.port.TransactionTopicContract.Received;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class SqliteAlertTopicTest extends AlertTopicContract {

    private final Database database = Database.inMemory();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected AlertTopic topic() {
        return new SqliteAlertTopic(database, () -> Instant.EPOCH);
    }

    /** What a subscriber may filter by are columns here. */
    @Override
    protected List<Received> received() {
        return database.read(session -> session.rows(
                "SELECT message, reason, source, score FROM alerts ORDER BY number",
                row -> new Received(
                        row.getString(1),
                        Map.of(
                                "reason", new Attribute("String", row.getString(2)),
                                "source", new Attribute("String", row.getString(3)),
                                "score", new Attribute("Number", row.getString(4))))));
    }
}
