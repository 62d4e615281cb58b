package dev.sluice.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.benchmarks.load.Workload;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.SqliteAccountHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CeilingTest {

    private static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatTheCeilingWritesIsWhatTheRunLeft() throws IOException, SQLException, InterruptedException {
        var finished = folder.resolve("finished.db");
        var workload = Workload.of(Path.of(".."));
        Filling.store(finished, workload, 300, NOW.minus(Duration.ofHours(1)), NOW, NOW);
        aggregated(finished, workload.bodies(300, -1, NOW.minus(Duration.ofHours(1)), NOW));

        var plain = folder.resolve("plain/sluice.db");
        var own = folder.resolve("own/sluice.db");
        var ceiling = Ceiling.of(finished);
        for (var rates : List.of(ceiling.perSecond(plain, 64, 200), ceiling.perSecondByOwnWriter(own, 64, 200))) {
            assertThat(rates).hasSize(2).allSatisfy(rate -> assertThat(rate).isPositive());
        }

        for (var written : List.of(plain, own)) {
            for (var table : List.of(
                    "transactions", "account_entries", "account_aggregates", "accounts", "account_first_seen")) {
                assertThat(rows(written, table)).isNotEmpty().isEqualTo(rows(finished, table));
            }
            try (var stored = new Stored(written)) {
                assertThat(stored.count()).isEqualTo(300);
            }
        }
    }

    /** Some of the accounts get aggregates, as where they have much in a window. */
    private static void aggregated(Path finished, List<byte[]> some) {
        try (var database = Database.open(finished)) {
            var history = new SqliteAccountHistory(database, 0);
            for (var body : some.subList(0, 100)) {
                history.of(Filling.arrival(body, NOW).enriched().transaction(), NOW);
            }
        }
    }

    private static List<List<Object>> rows(Path file, String table) throws SQLException {
        var found = new ArrayList<List<Object>>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2, 3")) {
            while (rows.next()) {
                var row = new ArrayList<Object>();
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getObject(i)));
                }
                found.add(row);
            }
        }
        return found;
    }
}
