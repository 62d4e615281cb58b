package dev.sluice.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TotalTest {
    private static final Currency EUR = Currency.of("EUR").orElseThrow();
    private static final Currency JPY = Currency.of("JPY").orElseThrow();

    @Test
    void credits_are_taken_away() {
        Total total = Total.zero(EUR).plus(new Money(27134655, EUR)).minus(new Money(655, EUR));

        assertThat(total.toPlainString()).isEqualTo("271340.00");
    }

    @Test
    void the_sum_of_nothing_is_written_with_the_digits_of_its_currency() {
        assertThat(Total.zero(EUR).toPlainString()).isEqualTo("0.00");
        assertThat(Total.zero(JPY).toPlainString()).isEqualTo("0");
    }

    @Test
    void a_sum_beyond_64_bits_is_written_in_full() {
        Total total = Total.zero(EUR);
        for (int i = 0; i < 100; i++) {
            total = total.plus(new Money(MoneyArbitraries.MAX_MINOR, EUR));
        }

        assertThat(total.toPlainString()).isEqualTo("999999999999999999.00");
    }

    @Test
    void currencies_are_never_mixed() {
        Total euros = Total.zero(EUR);
        Money yen = new Money(1, JPY);

        refusesToMix(() -> euros.plus(yen));
        refusesToMix(() -> euros.minus(yen));
        refusesToMix(() -> euros.plus(Total.zero(JPY)));
    }

    private static void refusesToMix(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("EUR", "JPY");
    }
}
