package dev.sluice.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.TransactionArchive;
import dev.sluice.handlers.port.TransactionStore;
import dev.sluice.handlers.port.TransactionStoreContract;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTransactionStoreTest extends TransactionStoreContract {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("test.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected TransactionStore store() {
        return new SqliteTransactionStore(database, List.of());
    }

    @Override
    protected TransactionArchive archive() {
        return new SqliteTransactionArchive(database);
    }

    @Override
    protected List<String> history(String source, String accountId) {
        database.write(session -> Aggregates.begin(session, source, accountId));
        return database.read(session -> {
            var lines = new ArrayList<>(session.rows(
                    """
                    SELECT occurred_at, id, type, billed_minor, billed_currency FROM account_entries
                    WHERE source = ? AND account_id = ?""",
                    row -> String.join(
                            " ",
                            "entry",
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)),
                    source,
                    accountId));
            lines.addAll(session.rows(
                    """
                    SELECT width, bucket_start, currency, type, count, sum_high, sum_low FROM account_aggregates
                    WHERE source = ? AND account_id = ?""",
                    row -> String.join(
                            " ",
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            BigInteger.valueOf(row.getLong(6))
                                    .multiply(BigInteger.TEN.pow(18))
                                    .add(BigInteger.valueOf(row.getLong(7)))
                                    .toString()),
                    source,
                    accountId));
            return lines;
        });
    }

    @Test
    void timesReadAsUtcBesideTheirMilliseconds() {
        store().store(Samples.arrival(Samples.transaction("t-1")));
        var times = database.read(session -> session.rows(
                "SELECT occurred_at, received_at, stored_at FROM transactions",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)));
        assertThat(times).containsExactly(Samples.OCCURRED + " " + Samples.RECEIVED + " " + Samples.STORED);
    }

    @Test
    void aConflictIsToldOnceInTheStepThatRecordsIt() {
        var telling = new SqliteTransactionStore(database, List.of(), Optional.of("told"));
        var first = Samples.arrival(Samples.transaction("t-1"));
        var other = Samples.arrival(
                Samples.transaction(first.enriched().transaction().identity(), "another account", Samples.OCCURRED, 5));
        telling.store(first);
        telling.store(first);
        assertThat(told()).isEmpty();
        telling.store(other);
        telling.store(other);
        assertThat(told())
                .singleElement()
                .asString()
                .contains("t-1", other.enriched().fingerprint());
    }

    private List<String> told() {
        return database.read(session ->
                session.rows("SELECT body FROM queue_messages WHERE queue = 'told'", row -> row.getString(1)));
    }

    @Test
    void rowsFollowTheOrderOfArrival() {
        IntStream.range(0, 5).forEach(i -> store().store(Samples.arrival(Samples.transaction("t-" + (9 - i)))));
        var ids = database.read(
                session -> session.rows("SELECT id FROM transactions ORDER BY row", row -> row.getString(1)));
        assertThat(ids).containsExactly("t-9", "t-8", "t-7", "t-6", "t-5");
    }
}
