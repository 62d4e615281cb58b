package dev.sluice.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @Test
    void aLikenessIsAKeyAndTenMinutesBothWays() {
        assertThat(likeness(payment("Acme", 1250, "EUR", TransactionType.PAYMENT)))
                .satisfies(like -> {
                    assertThat(like.key()).matches("[0-9a-f]{32}");
                    assertThat(like.from()).isEqualTo(Instant.parse("2026-03-02T11:50:00Z"));
                    assertThat(like.to()).isEqualTo(Instant.parse("2026-03-02T12:10:00Z"));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "Acme, 1251, EUR, PAYMENT",
        "Acme, 1250, USD, PAYMENT",
        "Acme, 1250, EUR, REFUND",
        "Acm, 1250, EUR, PAYMENT"
    })
    void anyOtherAmountCurrencyTypeOrMerchantIsNotAlike(
            String merchant, long minor, String currency, TransactionType type) {
        assertThat(likeness(payment(merchant, minor, currency, type)).key())
                .isNotEqualTo(likeness(payment("Acme", 1250, "EUR", TransactionType.PAYMENT))
                        .key());
    }

    @Test
    void theCaseOfAMerchantsNameDoesNotCount() {
        assertThat(likeness(payment("ACME  Ltd", 1250, "EUR", TransactionType.PAYMENT)))
                .isEqualTo(likeness(payment("Acme ltd", 1250, "EUR", TransactionType.PAYMENT)));
    }

    private static Likeness likeness(Transaction transaction) {
        return Likeness.of(transaction).orElseThrow();
    }

    private static Transaction payment(String merchant, long minor, String currency, TransactionType type) {
        return new Transaction(
                new Identity("default", "t-1"),
                type,
                new Money(minor, Currency.of(currency).orElseThrow()),
                Optional.empty(),
                "a-1",
                new OccurredAt.Moment(Instant.parse("2026-03-02T12:00:00Z")),
                Optional.of(new Merchant(merchant, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }
}
