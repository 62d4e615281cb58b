package dev.sluice.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** The laws of adding money up. */
class TotalProperties {
    private static final Currency EUR = Currency.of("EUR").orElseThrow();

    @Property
    void adding_is_associative(@ForAll("totals") Total a, @ForAll("totals") Total b, @ForAll("totals") Total c) {
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    }

    @Property
    void adding_is_commutative(@ForAll("totals") Total a, @ForAll("totals") Total b) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
    }

    @Property
    void adding_never_loses_a_minor_unit(@ForAll @Size(max = 50) List<@From("euros") Money> amounts) {
        BigDecimal sum = amounts.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(new BigDecimal(sumOf(amounts).toPlainString())).isEqualByComparingTo(sum);
    }

    @Property
    void a_list_may_be_added_in_any_two_parts(
            @ForAll @Size(max = 20) List<@From("euros") Money> first,
            @ForAll @Size(max = 20) List<@From("euros") Money> second) {
        Total oneByOne = sumOf(first);
        for (Money money : second) {
            oneByOne = oneByOne.plus(money);
        }

        assertThat(sumOf(first).plus(sumOf(second))).isEqualTo(oneByOne);
    }

    @Property
    void a_sum_beyond_64_bits_does_not_wrap(@ForAll("euros") Money money) {
        Assume.that(money.minor() > 0);
        Total total = Total.zero(EUR);
        BigInteger before = total.minor();
        for (int i = 0; i < 100; i++) {
            total = total.plus(money);
            assertThat(total.minor()).isGreaterThan(before);
            before = total.minor();
        }

        assertThat(total.minor()).isEqualTo(BigInteger.valueOf(money.minor()).multiply(BigInteger.valueOf(100)));
    }

    @Property
    void taking_away_undoes_adding(@ForAll("totals") Total total, @ForAll("euros") Money money) {
        assertThat(total.plus(money).minus(money)).isEqualTo(total);
        assertThat(total.minus(money)).isEqualTo(total.plus(money.negate()));
    }

    @Property
    void different_currencies_are_never_added(
            @ForAll("currencies") Currency one, @ForAll("currencies") Currency other) {
        Assume.that(!one.equals(other));

        assertThatThrownBy(() -> Total.zero(one).plus(new Money(1, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(one.code(), other.code());
    }

    private static Total sumOf(List<Money> amounts) {
        Total total = Total.zero(EUR);
        for (Money money : amounts) {
            total = total.plus(money);
        }
        return total;
    }

    @Provide
    Arbitrary<Money> euros() {
        return MoneyArbitraries.moneyIn(EUR);
    }

    @Provide
    Arbitrary<Total> totals() {
        return MoneyArbitraries.totalsIn(EUR);
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return CurrencyArbitraries.currencies();
    }
}
