package dev.sluice.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of money. */
class MoneyProperties {
    private static final BigInteger LIMIT = BigInteger.TEN.pow(Money.MAX_DIGITS);

    @Property
    void what_is_written_exactly_is_read_back_exactly(@ForAll("money") Money money) {
        assertThat(Money.exact(money.amount(), money.currency())).contains(money);
        assertThat(Money.exact(new BigDecimal(money.toPlainString()), money.currency()))
                .contains(money);
    }

    @Property
    void an_amount_has_as_many_decimal_digits_as_its_currency(@ForAll("money") Money money) {
        assertThat(money.amount().scale()).isEqualTo(money.currency().minorUnits());
    }

    @Property
    void a_decimal_is_money_exactly_when_scale_and_digits_allow(
            @ForAll("decimals") BigDecimal decimal, @ForAll("currencies") Currency currency) {
        BigDecimal minor = decimal.movePointRight(currency.minorUnits());
        boolean allowed =
                decimal.scale() <= currency.minorUnits() && minor.abs().compareTo(new BigDecimal(LIMIT)) < 0;

        assertThat(Money.exact(decimal, currency).isPresent()).isEqualTo(allowed);
    }

    @Property
    void a_decimal_that_is_money_loses_nothing(
            @ForAll("decimals") BigDecimal decimal, @ForAll("currencies") Currency currency) {
        Money.exact(decimal, currency)
                .ifPresent(money -> assertThat(money.amount()).isEqualByComparingTo(decimal));
    }

    @Property
    void negating_twice_changes_nothing(@ForAll("money") Money money) {
        assertThat(money.negate().negate()).isEqualTo(money);
        assertThat(money.negate().amount()).isEqualTo(money.amount().negate());
    }

    @Provide
    Arbitrary<Money> money() {
        return MoneyArbitraries.money();
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return CurrencyArbitraries.currencies();
    }

    /** Around the limits of digits and scale, on both sides of each. */
    @Provide
    Arbitrary<BigDecimal> decimals() {
        BigInteger most = LIMIT.multiply(BigInteger.TEN);
        return Combinators.combine(
                        Arbitraries.bigIntegers().between(most.negate(), most),
                        Arbitraries.integers().between(-20, 8))
                .as(BigDecimal::new);
    }
}
