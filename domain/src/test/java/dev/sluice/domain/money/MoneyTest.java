package dev.sluice.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "271346.55, EUR, 27134655",
        "1, EUR, 100",
        "1.5, EUR, 150",
        "-486980.09, GBP, -48698009",
        "500, JPY, 500",
        "1.234, BHD, 1234",
        "0.0001, CLF, 1",
        "0.00, EUR, 0",
        "1E+3, JPY, 1000",
        "9999999999999999.99, EUR, 999999999999999999",
        "-999999999999999999, JPY, -999999999999999999",
        "0E+999999999, EUR, 0",
    })
    void a_decimal_becomes_minor_units(String amount, String currency, long minor) {
        assertThat(exact(amount, currency)).map(Money::minor).contains(minor);
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, EUR",
        "1.500, EUR",
        "0.000, EUR",
        "1.0, JPY",
        "1.2345, BHD",
        "10000000000000000.00, EUR",
        "10000000000000000, EUR",
        "9500000000000000000, JPY",
        "1000000000000000000, JPY",
        "-1000000000000000000, JPY",
        "1E+18, JPY",
        "1E+999999999, EUR",
        "-1E+2147483647, EUR",
        "1E-999999999, EUR",
        "1E-2147483647, EUR",
        "0E-3, EUR",
    })
    void an_amount_with_too_many_digits_is_no_money(String amount, String currency) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(exact(amount, currency)).isEmpty());
    }

    @Test
    void a_number_of_a_million_digits_is_refused_without_working_on_it() {
        BigDecimal enormous = new BigDecimal(BigInteger.ONE.shiftLeft(3_000_000), 2);

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Money.exact(enormous, currency("EUR"))).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "27134655, EUR, 271346.55",
        "-5, EUR, -0.05",
        "0, EUR, 0.00",
        "500, JPY, 500",
        "1, CLF, 0.0001",
        "3, XAU, 3",
    })
    void an_amount_is_written_with_as_many_digits_as_its_currency_has(long minor, String currency, String written) {
        Money money = new Money(minor, currency(currency));

        assertThat(money.toPlainString()).isEqualTo(written);
        assertThat(money.amount()).isEqualTo(new BigDecimal(written));
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000_000_000_000_000L, -1_000_000_000_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void more_than_eighteen_digits_cannot_be_made(long minor) {
        assertThatThrownBy(() -> new Money(minor, currency("EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("18 digits", "EUR");
    }

    @Test
    void negating_turns_the_sign_and_nothing_else() {
        assertThat(new Money(150, currency("EUR")).negate()).isEqualTo(new Money(-150, currency("EUR")));
    }

    private static Optional<Money> exact(String amount, String currency) {
        return Money.exact(new BigDecimal(amount), currency(currency));
    }

    private static Currency currency(String code) {
        return Currency.of(code).orElseThrow();
    }
}
