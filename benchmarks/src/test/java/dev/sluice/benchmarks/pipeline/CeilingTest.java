package dev.sluice.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.benchmarks.load.Workload;
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
        Filling.store(finished, Workload.of(Path.of("..")), 300, NOW.minus(Duration.ofHours(1)), NOW, NOW);

        var written = folder.resolve("ceiling/sluice.db");
        assertThat(Ceiling.of(finished).perSecond(written, 64, 200))
                .hasSize(2)
                .allSatisfy(rate -> assertThat(rate).isPositive());

        for (var table :
                List.of("transactions", "account_entries", "account_aggregates", "accounts", "account_first_seen")) {
            assertThat(rows(written, table)).isNotEmpty().isEqualTo(rows(finished, table));
        }
        try (var stored = new Stored(written)) {
            assertThat(stored.count()).isEqualTo(300);
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
