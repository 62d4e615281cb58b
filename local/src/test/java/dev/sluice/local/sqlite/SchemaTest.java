package dev.sluice.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.Likeness;
import dev.sluice.domain.history.Window;
import dev.sluice.handlers.port.Samples;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that an earlier version wrote. */
class SchemaTest {

    @TempDir
    Path folder;

    @Test
    void anAccountOfBeforeAggregatesWereForSomeKeepsItsOwnAndAddsToThem() throws SQLException {
        var file = folder.resolve("sluice.db");
        ofLayoutTwo(file);
        try (var database = Database.open(file)) {
            new SqliteTransactionStore(database, List.of()).store(Samples.arrival(Samples.transaction("t-2")));

            var facts = new SqliteAccountHistory(database).of(Samples.transaction("t-2"), Samples.STORED);
            assertThat(facts.asOf().transactions()).isEqualTo(2);
            // Only the aggregates know of the first one here.
            assertThat(facts.windows().get(Window.DAY))
                    .extracting(Activity::count, activity -> activity.sum().toPlainString())
                    .containsExactly(tuple(2L, "13.34"));
        }
    }

    @Test
    void whatLookedAlikeBeforeItsIndexWasForSomeIsFound() throws SQLException {
        var file = folder.resolve("sluice.db");
        ofLayoutTwo(file);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var insert = connection.prepareStatement(
                        "INSERT INTO account_entries (source, account_id,"
                                + " occurred_at_ms, id, number, transaction_row, type, billed_minor, billed_currency, likeness,"
                                + " stored_at_ms) VALUES ('default', 'account-1', ?, 't-1', 1, 1, 'payment', 100, 'GBP', ?, 0)")) {
            insert.setLong(1, Samples.OCCURRED.toEpochMilli());
            insert.setString(
                    2, Likeness.of(Samples.transaction("t-2")).orElseThrow().key());
            insert.executeUpdate();
        }
        try (var database = Database.open(file)) {
            var facts = new SqliteAccountHistory(database).of(Samples.transaction("t-2"), Samples.STORED);

            assertThat(facts.alike()).contains("t-1");
        }
    }

    /** With one account, of which one transaction of 1.00 GBP is counted. */
    private static void ofLayoutTwo(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var script : List.of("001-first.sql", "002-console.sql")) {
                statement.executeUpdate(Schema.script(script));
            }
            statement.executeUpdate("PRAGMA user_version = 2");
            statement.executeUpdate(
                    "INSERT INTO accounts (source, account_id, transactions) VALUES ('default', 'account-1', 1)");
            for (var width : List.of("MILLISECOND 1", "SECOND 1000", "MINUTE 60000", "HOUR 3600000", "DAY 86400000")) {
                var parts = width.split(" ", 2);
                var at = Samples.OCCURRED.toEpochMilli();
                statement.executeUpdate("INSERT INTO account_aggregates (source, account_id, width, bucket_start_ms,"
                        + " currency, type, count, sum_high, sum_low) VALUES ('default', 'account-1', '" + parts[0]
                        + "', " + (at - at % Long.parseLong(parts[1])) + ", 'GBP', 'payment', 1, 0, 100)");
            }
        }
    }
}
