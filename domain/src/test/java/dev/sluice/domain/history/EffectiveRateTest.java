package dev.sluice.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveRateTest {

    @ParameterizedTest
    @CsvSource({
        "100.00, EUR, 88.00, GBP, EUR-GBP, 0.88",
        "100.00, EUR, 19000, JPY, EUR-JPY, 190",
        "19000, JPY, 100.00, EUR, JPY-EUR, 0.00526315789474",
        "0.01, EUR, 1000000.00, GBP, EUR-GBP, 100000000"
    })
    void aRateIsWhatWasBilledForOneToTwelveDigits(
            String amount, String currency, String billed, String billedIn, String pair, BigDecimal rate) {
        assertThat(EffectiveRate.of(fee(money(amount, currency), Optional.of(money(billed, billedIn)))))
                .contains(new EffectiveRate(pair, rate));
    }

    @Test
    void whatIsNotConvertedHasNoRate() {
        var amount = money("100.00", "EUR");

        assertThat(EffectiveRate.of(fee(amount, Optional.empty()))).isEmpty();
        assertThat(EffectiveRate.of(fee(amount, Optional.of(money("101.00", "EUR")))))
                .isEmpty();
    }

    private static Money money(String amount, String currency) {
        return Money.exact(new BigDecimal(amount), Currency.of(currency).orElseThrow())
                .orElseThrow();
    }

    private static Transaction fee(Money amount, Optional<Money> billing) {
        return new Transaction(
                new Identity("default", "t-1"),
                TransactionType.FEE,
                amount,
                billing,
                "a-1",
                new OccurredAt.Moment(Instant.parse("2026-03-02T12:00:00Z")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }
}
