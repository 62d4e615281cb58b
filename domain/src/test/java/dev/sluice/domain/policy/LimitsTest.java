package dev.sluice.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.TransactionType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Currency EUR = Currency.of("EUR").orElseThrow();
    private static final Currency USD = Currency.of("USD").orElseThrow();

    @Test
    void whatIsNotListedHasNoLimit() {
        var limits = Limits.of(List.of(new Limits.Limit(TransactionType.FEE, new Money(100, EUR))));

        assertThat(limits.forOne(TransactionType.FEE, EUR)).contains(new Money(100, EUR));
        assertThat(limits.forOne(TransactionType.FEE, USD)).isEmpty();
        assertThat(limits.forOne(TransactionType.CREDIT, EUR)).isEmpty();
    }

    @Test
    void twoLimitsForOneTypeAndCurrencyAreRefused() {
        var limit = new Limits.Limit(TransactionType.FEE, new Money(100, EUR));

        assertThatThrownBy(() -> Limits.of(List.of(limit, limit))).hasMessage("two limits for fee in EUR");
    }

    @Test
    void aLimitIsAPositiveAmountInItsCurrency() {
        var key = new Limits.Key(TransactionType.FEE, EUR);

        assertThatThrownBy(() -> new Limits(Map.of(key, new Money(0, EUR))))
                .hasMessage("the limit for fee in EUR is a positive amount in that currency");
        assertThatThrownBy(() -> new Limits(Map.of(key, new Money(1, USD))))
                .hasMessage("the limit for fee in EUR is a positive amount in that currency");
    }
}
