package dev.sluice.integration.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.Sluice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kill test itself, with few rows and few kills; and whether it would notice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillReplayTest {

    private Path folder;
    private Said run;

    private record Said(int exit, String out) {}

    @BeforeAll
    void killsTwice(@TempDir Path temporary) {
        folder = temporary.resolve("run");
        run = said("--rows", "600", "--times", "2", "--seed", "7", "--folder", folder.toString());
    }

    @Test
    void aPipelineThatIsKilledLosesNothing() {
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("round   2/2", "KEPT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM transactions WHERE id = 'own-1'|acknowledged webhooks are missing",
                "UPDATE transactions SET amount_minor = 7 WHERE id = 'own-1'|acknowledged webhooks are missing or differ",
                "UPDATE transactions SET id = 'own-999999' WHERE id = 'own-1'|webhooks are stored that were never sent",
                "DELETE FROM transactions WHERE row IN (SELECT row FROM transactions WHERE id NOT LIKE 'own-%' LIMIT 1)"
                        + "|rows of the file are missing",
                "UPDATE transactions SET id = 'other' WHERE row IN"
                        + " (SELECT row FROM transactions WHERE id NOT LIKE 'own-%' LIMIT 1)"
                        + "|rows are stored that the file does not have",
                "UPDATE transactions SET amount_minor = 1 + amount_minor WHERE id NOT LIKE 'own-%'"
                        + "|what is stored of the file, in minor units",
                "DELETE FROM account_entries WHERE id = 'own-1'|entries of accounts",
                "UPDATE account_entries SET billed_minor = 7 WHERE id = 'own-1'|no entry in their account",
                "UPDATE accounts SET aggregated = 1 WHERE account_id = 'own-1'|aggregates of accounts",
                "INSERT INTO account_aggregates VALUES ('default', 'own-1', 'DAY', 0, 'GBP', 'payment', 1, 0, 1)"
                        + "|aggregates of accounts",
                "INSERT INTO conflicts VALUES ('default', 'own-1', 'f', 0, 'c')|rows left in conflicts",
                "INSERT INTO deliveries (message, function, attempts, due_at_ms) VALUES (1, 'f', 0, 0)"
                        + "|rows left in deliveries",
                "INSERT INTO stream_records VALUES ('f', 0, 1)|rows left in stream_records",
                "UPDATE transactions SET status = 'FLAGGED' WHERE id = 'own-1'|not as far as they should be",
                "UPDATE account_entries SET number = 7 WHERE id = 'own-1'|count their transactions one by one",
                "UPDATE accounts SET transactions = 7 WHERE account_id = 'own-1'|how many transactions they have",
                "UPDATE transactions SET assessment = json_set(assessment, '$.context.windows.1h[0].count', 7)"
                        + " WHERE id = 'own-1'|windows are not the sum",
                "UPDATE transactions SET assessment = json_set(assessment, '$.context.asOf.transactions', 0)"
                        + " WHERE id = 'own-1'|windows are not the sum",
                "UPDATE transactions SET status = 'NOTIFIED', reasons = 'made_up' WHERE id = 'own-1'"
                        + "|alerts are missing",
                "INSERT INTO alerts (alert_id, source, id, reason, sentence, score, message, published_at_ms)"
                        + " VALUES ('default/own-1/made_up', 'default', 'own-1', 'made_up', '', 0, '', 0)"
                        + "|nobody should have got",
            })
    void whatIsChangedInTheFileIsFound(String change, String finding, @TempDir Path copy) throws Exception {
        Files.copy(folder.resolve("killed/sluice.db"), copy.resolve("sluice.db"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("sluice.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).as("rows changed").isPositive();
        }

        assertThat(audited(copy)).anySatisfy(sentence -> assertThat(sentence).contains(finding));
    }

    @Test
    void whatIsStoredTwiceIsFound(@TempDir Path copy) throws Exception {
        Files.copy(folder.resolve("killed/sluice.db"), copy.resolve("sluice.db"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("sluice.db"));
                var statement = connection.createStatement()) {
            // The table itself forbids it: this is a table that does not.
            statement.execute("ALTER TABLE transactions RENAME TO strict");
            statement.execute("CREATE TABLE transactions AS SELECT * FROM strict");
            statement.execute("INSERT INTO transactions SELECT * FROM strict WHERE id = 'own-1'");
        }

        assertThat(audited(copy)).anySatisfy(sentence -> assertThat(sentence).contains("stored twice"));
    }

    @Test
    void anUntouchedFileHasNothingToFind() throws Exception {
        assertThat(audited(folder.resolve("killed"))).isEmpty();
    }

    @Test
    void whatIsLeftLyingAboutIsFound(@TempDir Path data, @TempDir Path temporary) throws IOException {
        Files.createFile(data.resolve("sluice.db"));
        Files.createFile(data.resolve("access.json.draft"));
        Files.createFile(temporary.resolve("sqlite-libsqlitejdbc.so"));
        var findings = new Findings();

        Leftovers.check(data, temporary, findings);

        assertThat(findings.sentences())
                .containsExactly(
                        "1 files are left in the data folder, such as access.json.draft",
                        "1 files are left in the temporary folder, such as sqlite-libsqlitejdbc.so");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--times 0",
                "--times x",
                "--rows",
                "--what 1",
                "no-such-file.csv",
                "--mapping pom.xml",
                "pom.xml pom.xml"
            })
    void whatCannotBeRunIsSaidWithTheUsage(String words) {
        var said = said(words.split(" ", -1));

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).contains("usage: kill-replay.sh");
    }

    private List<String> audited(Path data) throws SQLException {
        List<Stored> undisturbed;
        try (var file = new DataFile(folder.resolve("undisturbed"))) {
            undisturbed = file.transactions();
        }
        Set<Long> own = new TreeSet<>();
        try (var file = new DataFile(folder.resolve("killed"))) {
            file.transactions().stream()
                    .filter(stored -> stored.id().startsWith("own-"))
                    .forEach(stored -> own.add(Long.parseLong(stored.id().substring("own-".length()))));
        }
        var totals =
                Summary.of(read(folder.resolve("replay-undisturbed-1.json"))).totals();
        var findings = new Findings();
        try (var file = new DataFile(data)) {
            new Audit(file, findings).of(undisturbed, totals, new OwnSender.Fates(own, Set.of(), List.of()));
        }
        return findings.sentences();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Said said(String... words) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var exit = KillReplay.run(words, Sluice.launcher(), out);
        return new Said(exit, bytes.toString(StandardCharsets.UTF_8));
    }
}
