package dev.sluice.domain.history;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.MoneyArbitraries;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.validation.SubmissionArbitraries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Facts for properties, those included that no history can have. */
public final class AccountFactsArbitraries {

    private static final BigInteger LARGEST_SUM = BigInteger.TEN.pow(24);

    private AccountFactsArbitraries() {}

    /** Anything that could be said of a transaction, true or not. */
    public static Arbitrary<AccountFacts> factsOf(Transaction transaction) {
        return Combinators.combine(
                        asOf(),
                        windows(transaction),
                        instants().optional(0.7),
                        Arbitraries.of(Seen.Kind.class).set(),
                        Arbitraries.of("t-1", "a:b.c_d-E").optional(0.3),
                        rates(),
                        originals(transaction).optional(0.7))
                .as(AccountFacts::new);
    }

    /** Effective rates, up to more than a median is taken of; mostly near each other. */
    public static Arbitrary<List<BigDecimal>> rates() {
        var near = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.8"), new BigDecimal("0.95"))
                .ofScale(6);
        var any = Combinators.combine(
                        Arbitraries.longs().between(1, 999_999_999_999L),
                        Arbitraries.integers().between(-18, 24))
                .as(BigDecimal::valueOf)
                .map(BigDecimal::stripTrailingZeros);
        return Arbitraries.oneOf(near, any)
                .list()
                .ofMaxSize(120)
                .map(list -> list.stream().limit(AccountFacts.MOST_RATES).toList());
    }

    private static Arbitrary<AsOf> asOf() {
        return Combinators.combine(Arbitraries.longs().between(1, 1_000_000), instants())
                .as(AsOf::new);
    }

    private static Arbitrary<Instant> instants() {
        var now = SubmissionArbitraries.NOW.toEpochMilli();
        return Arbitraries.longs()
                .between(-Duration.ofDays(60).toMillis(), Duration.ofDays(1).toMillis())
                .map(ago -> Instant.ofEpochMilli(now + ago));
    }

    private static Arbitrary<Map<Window, List<Activity>>> windows(Transaction transaction) {
        var lines = activities(transaction).list().ofMaxSize(3);
        return Arbitraries.maps(Arbitraries.of(Window.class), lines);
    }

    private static Arbitrary<Activity> activities(Transaction transaction) {
        var counts = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 40), Arbitraries.longs().between(0, Long.MAX_VALUE));
        var sums = Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.valueOf(10_000)),
                Arbitraries.bigIntegers().between(BigInteger.ZERO, LARGEST_SUM));
        return Combinators.combine(counts, sums, currencies(transaction))
                .as((count, sum, currency) -> new Activity(count, new Total(sum, currency)));
    }

    private static Arbitrary<Original> originals(Transaction transaction) {
        return currencies(transaction)
                .flatMap(currency -> Combinators.combine(
                                MoneyArbitraries.positiveMoneyIn(currency), MoneyArbitraries.totalsIn(currency))
                        .as(Original::new));
    }

    /** Mostly those of the transaction. */
    private static Arbitrary<Currency> currencies(Transaction transaction) {
        return Arbitraries.of(Stream.concat(
                        Stream.of(
                                transaction.billed().currency(),
                                transaction.amount().currency()),
                        Currency.of("EUR").stream())
                .toList());
    }
}
