package dev.sluice.domain.money;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Amounts of money for properties. */
public final class MoneyArbitraries {
    /** The largest amount there is, in minor units. */
    public static final long MAX_MINOR = 999_999_999_999_999_999L;

    private MoneyArbitraries() {}

    /** Any amount in any currency. */
    public static Arbitrary<Money> money() {
        return CurrencyArbitraries.currencies().flatMap(MoneyArbitraries::moneyIn);
    }

    /** Any amount in one currency, of any sign; the smallest and the largest come often. */
    public static Arbitrary<Money> moneyIn(Currency currency) {
        return Arbitraries.longs().between(-MAX_MINOR, MAX_MINOR).map(minor -> new Money(minor, currency));
    }

    /** Any amount above zero in one currency. */
    public static Arbitrary<Money> positiveMoneyIn(Currency currency) {
        return Arbitraries.longs().between(1, MAX_MINOR).map(minor -> new Money(minor, currency));
    }

    /** Any sum in one currency, of any sign, most of them beyond what 64 bits can hold. */
    public static Arbitrary<Total> totalsIn(Currency currency) {
        BigInteger limit = BigInteger.TEN.pow(40);
        return Arbitraries.bigIntegers().between(limit.negate(), limit).map(minor -> new Total(minor, currency));
    }
}
