package dev.sluice.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.Samples;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AccountHistoryProperties {

    @Property(tries = 100)
    void aggregatesAreWhatABruteForceSumOverTheStoredTransactionsGives(@ForAll("arrivals") List<Transaction> arrivals) {
        try (var database = Database.inMemory()) {
            var store = new SqliteTransactionStore(database, List.of());
            arrivals.forEach(t -> store.store(Samples.arrival(t)));

            // The first to claim an identity is the one that counts, whatever comes after it.
            var stored = arrivals.stream()
                    .collect(Collectors.toMap(t -> t.identity().id(), t -> t, (first, later) -> first));
            var expected = new HashMap<String, BigInteger>();
            for (var t : stored.values()) {
                for (var bucket : Bucket.holding(t.occurredAt().start())) {
                    expected.merge(
                            key(
                                    t.accountId(),
                                    bucket.width().name(),
                                    bucket.start().toEpochMilli()),
                            BigInteger.valueOf(t.billed().minor()),
                            BigInteger::add);
                }
            }
            assertThat(aggregates(database)).isEqualTo(expected);
            assertThat(database.<Long>read(
                            session -> session.row("SELECT count(*) FROM account_entries", row -> row.getLong(1))
                                    .orElseThrow()))
                    .isEqualTo(stored.size());
        }
    }

    @Property(tries = 50)
    void windowsAreTheSameFromEntriesAndFromAggregates(@ForAll("arrivals") List<Transaction> arrivals) {
        try (var database = Database.inMemory()) {
            var store = new SqliteTransactionStore(database, List.of());
            arrivals.forEach(t -> store.store(Samples.arrival(t)));
            var fromEntries = new SqliteAccountHistory(database, 1_000);
            var fromAggregates = new SqliteAccountHistory(database, 0);

            for (var t : arrivals) {
                assertThat(fromEntries.of(t, Samples.STORED)).isEqualTo(fromAggregates.of(t, Samples.STORED));
            }
        }
    }

    @Provide
    Arbitrary<List<Transaction>> arrivals() {
        var transactions = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of("account-1", "account-2"),
                        Arbitraries.longs().between(-90_000_000L, 90_000_000L),
                        Arbitraries.longs().between(1, 999_999_999_999_999_999L))
                .as((id, account, offset, minor) -> Samples.transaction(
                        new Identity("default", "t-" + id), account, Samples.OCCURRED.plusMillis(offset), minor));
        return transactions.list().ofMaxSize(40);
    }

    private static Map<String, BigInteger> aggregates(Database database) {
        var sums = new HashMap<String, BigInteger>();
        database.read(session -> session.rows(
                "SELECT account_id, width, bucket_start_ms, sum_high, sum_low FROM account_aggregates",
                row -> sums.put(
                                key(row.getString(1), row.getString(2), row.getLong(3)),
                                BigInteger.valueOf(row.getLong(4))
                                        .multiply(BigInteger.TEN.pow(18))
                                        .add(BigInteger.valueOf(row.getLong(5))))
                        == null));
        return sums;
    }

    private static String key(String account, String width, long start) {
        return account + " " + width + " " + start;
    }
}
