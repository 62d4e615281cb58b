package dev.sluice.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.TransactionArchive;
import dev.sluice.handlers.port.TransactionStore;
import dev.sluice.handlers.port.TransactionStoreContract;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTransactionStoreTest extends TransactionStoreContract {

    private static final long LARGEST = 999_999_999_999_999_999L;

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
        return new SqliteTransactionStore(database);
    }

    @Override
    protected TransactionArchive archive() {
        return new SqliteTransactionArchive(database);
    }

    @Test
    void everyBucketThatHoldsATransactionCountsItExactlyBeyond64Bits() {
        var many = 25;
        for (var i = 0; i < many; i++) {
            store().store(Samples.arrival(
                    Samples.transaction(new Identity("default", "t-" + i), "account-1", Samples.OCCURRED, LARGEST)));
        }
        var sums = database.read(session -> session.rows(
                "SELECT width, bucket_start_ms, count, sum_high, sum_low FROM account_aggregates ORDER BY width",
                row -> row.getString(1) + " " + row.getLong(2) + " " + row.getLong(3) + " "
                        + BigInteger.valueOf(row.getLong(4))
                                .multiply(BigInteger.TEN.pow(18))
                                .add(BigInteger.valueOf(row.getLong(5)))));
        var total = BigInteger.valueOf(LARGEST).multiply(BigInteger.valueOf(many));
        assertThat(sums)
                .containsExactlyInAnyOrderElementsOf(Bucket.holding(Samples.OCCURRED).stream()
                        .map(b -> b.width().name() + " " + b.start().toEpochMilli() + " " + many + " " + total)
                        .toList());
        assertThat(Money.MAX_DIGITS).isEqualTo(18);
    }

    @Test
    void aDuplicateAndAConflictLeaveTheHistoryAlone() {
        var t = Samples.transaction("t-1");
        var other = Samples.transaction(t.identity(), "account-2", Samples.OCCURRED, 1);
        store().store(Samples.arrival(t));
        store().store(Samples.arrival(t));
        store().store(Samples.arrival(other));

        assertThat(number("SELECT count(*) FROM account_entries")).isEqualTo(1);
        assertThat(number("SELECT sum(count) FROM account_aggregates")).isEqualTo(4);
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
    void rowsFollowTheOrderOfArrival() {
        IntStream.range(0, 5).forEach(i -> store().store(Samples.arrival(Samples.transaction("t-" + (9 - i)))));
        var ids = database.read(
                session -> session.rows("SELECT id FROM transactions ORDER BY row", row -> row.getString(1)));
        assertThat(ids).containsExactly("t-9", "t-8", "t-7", "t-6", "t-5");
    }

    private long number(String sql) {
        return database.read(session -> session.row(sql, row -> row.getLong(1)).orElseThrow());
    }
}
