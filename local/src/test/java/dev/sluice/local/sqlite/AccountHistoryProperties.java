package dev.sluice.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.Samples;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AccountHistoryProperties {

    private static final List<String> ACCOUNTS = List.of("account-1", "account-2");

    private static final long OCCURRED_MS = Samples.OCCURRED.toEpochMilli();

    @Property(tries = 100)
    void aggregatesAreWhatABruteForceSumOverTheStoredTransactionsGivesWheneverTheyBegan(
            @ForAll("arrivals") List<Transaction> arrivals, @ForAll @IntRange(max = 40) int before) {
        try (var database = Database.inMemory()) {
            store(database, arrivals, before);

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
    void historiesAreTheSameFromEntriesAndFromAggregates(
            @ForAll("arrivals") List<Transaction> arrivals, @ForAll @IntRange(max = 40) int before) {
        try (var plain = Database.inMemory();
                var aggregated = Database.inMemory()) {
            store(plain, arrivals, Integer.MAX_VALUE);
            store(aggregated, arrivals, before);
            var fromEntries = new SqliteAccountHistory(plain);
            var fromAggregates = new SqliteAccountHistory(aggregated);

            for (var t : arrivals) {
                assertThat(fromEntries.of(t, Samples.STORED)).isEqualTo(fromAggregates.of(t, Samples.STORED));
            }
            assertThat(aggregates(plain)).isEmpty();
        }
    }

    /** Aggregates of an account begin when that many of all transactions are stored, or with its next one. */
    private static void store(Database database, List<Transaction> arrivals, int before) {
        var store = new SqliteTransactionStore(database, List.of());
        for (var i = 0; i < arrivals.size(); i++) {
            store.store(Samples.arrival(arrivals.get(i)));
            if (i + 1 >= Math.min(before, arrivals.size()) && before <= 40) {
                for (var account : ACCOUNTS) {
                    database.write(session -> Aggregates.begin(session, "default", account));
                }
            }
        }
    }

    @Example
    void anAccountGetsAggregatesOnceAWindowHoldsMoreThanAFew() {
        try (var database = Database.inMemory()) {
            var history = new SqliteAccountHistory(database, 3);
            for (var i = 1; i <= 3; i++) {
                // A fourth one, but in no window with the others.
                var id = new Identity("default", "long-ago-" + i);
                var longAgo = Samples.OCCURRED.minus(Duration.ofDays(31L * i));
                storeAndRead(database, history, Samples.transaction(id, "account-1", longAgo, 100));
                storeAndRead(database, history, Samples.transaction("t-" + i));
            }
            assertThat(aggregates(database)).isEmpty();

            storeAndRead(database, history, Samples.transaction("t-4"));

            assertThat(aggregates(database))
                    .containsEntry(key("account-1", "MILLISECOND", OCCURRED_MS), big(4 * 1_234));
            assertThat(aggregates(database).keySet())
                    .filteredOn(line -> line.contains("DAY"))
                    .hasSize(4);
        }
    }

    @Example
    void anAccountWhoseLatestComeFirstGetsAggregatesToo() {
        try (var database = Database.inMemory()) {
            var history = new SqliteAccountHistory(database, 3);
            for (var i = 1; i <= 4; i++) {
                assertThat(aggregates(database)).isEmpty();
                // None lies in a window of the next one, and all are looked through for what is alike.
                var earlier = Samples.OCCURRED.minusSeconds(i);
                storeAndRead(
                        database,
                        history,
                        Samples.transaction(new Identity("default", "t-" + i), "account-1", earlier, 100 + i));
            }

            assertThat(aggregates(database)).isNotEmpty();
        }
    }

    private static void storeAndRead(Database database, SqliteAccountHistory history, Transaction t) {
        new SqliteTransactionStore(database, List.of()).store(Samples.arrival(t));
        history.of(t, Samples.STORED);
        // What was written some time is in the file with the next write.
        database.write(session -> 0);
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }

    @Provide
    Arbitrary<List<Transaction>> arrivals() {
        var transactions = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of(ACCOUNTS),
                        Combinators.combine(
                                        // Where the remainder of a division has the other sign, too.
                                        Arbitraries.of(Samples.OCCURRED, Instant.EPOCH),
                                        Arbitraries.oneOf(
                                                Arbitraries.longs().between(-90_000_000L, 90_000_000L),
                                                Arbitraries.longs().between(-900_000L, 900_000L)))
                                .as(Instant::plusMillis),
                        // Some are alike.
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(1, 999_999_999_999_999_999L), Arbitraries.just(100L)))
                .as((id, account, at, minor) ->
                        Samples.transaction(new Identity("default", "t-" + id), account, at, minor));
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
