package dev.sluice.local;

import static dev.sluice.local.Caller.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPipelineTest {

    @TempDir
    Path folder;

    @Test
    void aTransactionThatIsSentIsStoredAndFound() {
        try (var pipeline = LocalPipeline.start(folder, 0);
                var caller = new Caller(pipeline.access())) {
            var accepted = caller.send(payment("t-1", "12.34"));
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            assertThat(accepted.body()).contains("\"transactionId\":\"t-1\"", "\"accepted\"");

            Eventually.holds(() -> caller.ask("/transactions/t-1").statusCode() == 200);
            assertThat(caller.ask("/transactions/t-1").body()).contains("t-1", "Corner Shop");
            assertThat(caller.ask("/accounts/acct-1/transactions").body()).contains("t-1");
        }
    }

    @Test
    void sendingAgainChangesNothingAndOtherContentIsAConflict() {
        try (var pipeline = LocalPipeline.start(folder, 0);
                var caller = new Caller(pipeline.access())) {
            assertThat(caller.send(payment("t-1", "12.34")).statusCode()).isEqualTo(202);
            assertThat(caller.send(payment("t-1", "12.34")).statusCode()).isEqualTo(202);
            assertThat(caller.send(payment("t-1", "99.99")).statusCode()).isEqualTo(202);

            Eventually.holds(() -> Census.read(folder, Instant.now()).conflicts() == 1
                    && Census.read(folder, Instant.now()).waiting().count() == 0);
            var census = Census.read(folder, Instant.now());
            assertThat(census.running()).isTrue();
            assertThat(census.transactions()).containsExactly(Map.entry("ENRICHED", 1L));
            assertThat(census.totals())
                    .containsExactly(new Census.Total("GBP", "payment", 1, BigInteger.valueOf(1234)));
            assertThat(census.deadLetters()).isEmpty();
            assertThat(census.databaseBytes()).isPositive();
            assertThat(Census.conflicts(folder))
                    .singleElement()
                    .satisfies(c -> assertThat(c.id()).isEqualTo("t-1"));
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterARestart() {
        try (var pipeline = LocalPipeline.start(folder, 0);
                var caller = new Caller(pipeline.access())) {
            for (var i = 0; i < 50; i++) {
                assertThat(caller.send(payment("t-" + i, "1.00")).statusCode()).isEqualTo(202);
            }
        }
        assertThat(Census.read(folder, Instant.now()).running()).isFalse();
        try (var again = LocalPipeline.start(folder, 0)) {
            Eventually.holds(
                    () -> Census.read(folder, Instant.now()).transactions().getOrDefault("ENRICHED", 0L) == 50);
            assertThat(again.url().getPort()).isPositive();
        }
    }

    @Test
    void keysStayTheSameAndTheAccessFileIsForItsOwnerAlone() throws IOException {
        Access first;
        try (var pipeline = LocalPipeline.start(folder, 0)) {
            first = Access.read(folder);
            assertThat(first).isEqualTo(pipeline.access());
            for (var file : new String[] {"access.json", "secrets.json"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
        assertThatThrownBy(() -> Access.read(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("sluice up");
        try (var again = LocalPipeline.start(folder, 0)) {
            assertThat(again.access().secret()).isEqualTo(first.secret());
            assertThat(again.access().apiKey()).isEqualTo(first.apiKey());
            assertThat(again.access().operatorToken()).isEqualTo(first.operatorToken());
        }
    }

    @Test
    void nothingThatOpensADoorIsLogged() throws IOException {
        Access access;
        try (var pipeline = LocalPipeline.start(folder, 0);
                var caller = new Caller(pipeline.access())) {
            access = pipeline.access();
            caller.send(payment("t-1", "12.34"));
            caller.send(payment("t-2", "nonsense"));
            caller.ask("/transactions/t-1");
        }
        var log = Files.readString(folder.resolve("sluice.log"));
        assertThat(log)
                .contains("validator")
                .doesNotContain(access.apiKey(), access.operatorToken(), access.secret(), "12.34", "Corner Shop");
        assertThat(access.toString()).doesNotContain(access.apiKey(), access.operatorToken(), access.secret());
    }

    @Test
    void aSecondPipelineOnTheFolderIsRefused() {
        try (var pipeline = LocalPipeline.start(folder, 0)) {
            assertThatThrownBy(() -> LocalPipeline.start(folder, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("already");
            assertThat(Access.read(folder)).isEqualTo(pipeline.access());
        }
    }

    @Test
    void aPortThatIsTakenIsToldAndNothingIsLeftRunning() {
        try (var pipeline = LocalPipeline.start(folder.resolve("a"), 0)) {
            var port = pipeline.url().getPort();
            assertThatThrownBy(() -> LocalPipeline.start(folder.resolve("b"), port))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("choose another port");
        }
        try (var free = LocalPipeline.start(folder.resolve("b"), 0)) {
            assertThat(free.url()).isNotNull();
        }
    }

    @Test
    void aFileOfANewerProgramIsRefused() throws SQLException {
        LocalPipeline.start(folder, 0).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("sluice.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 999");
        }
        assertThatThrownBy(() -> LocalPipeline.start(folder, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("newer Sluice");
    }

    @Test
    void settingsThatDoNotReadAreToldWithTheirPlace() throws IOException {
        Files.writeString(folder.resolve("sources.json"), "{\"default\":{\"zone\":\"Nowhere/Else\"}}");
        assertThatThrownBy(() -> LocalPipeline.start(folder, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("sources.json")
                .hasMessageContaining("zone");
    }

    @Test
    void secretsThatDoNotReadAreToldWithoutRepeatingThem() throws IOException {
        Files.writeString(
                folder.resolve("secrets.json"),
                "{\"apiKey\":\"a\",\"operatorToken\":\"b\",\"sources\":{\"default\":[{\"secret\":\"topsecret\"}]}}");
        assertThatThrownBy(() -> LocalPipeline.start(folder, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("secrets.json")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void aFolderThatCannotBeUsedIsTold() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> LocalPipeline.start(file, 0)).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> Census.read(folder, Instant.now()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no pipeline");
    }
}
