package dev.sluice.domain.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.iban.Iban;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Card;
import dev.sluice.domain.transaction.Counterparty;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The form is what stored fingerprints were made from: whoever changes it needs another version of the fingerprint. */
class CanonicalFormTest {

    private static final Money EURO_AND_A_HALF =
            new Money(150, Currency.of("EUR").orElseThrow());

    @Test
    void everythingThatCanBeWrittenStandsInItsPlace() {
        var whole = new Transaction(
                new Identity("till", "t-1"),
                TransactionType.REFUND,
                EURO_AND_A_HALF,
                Optional.of(new Money(230, Currency.of("JPY").orElseThrow())),
                "a-1",
                new OccurredAt.Moment(Instant.ofEpochMilli(1_700_000_000_123L)),
                Optional.of(new Merchant("Acme", Optional.of("5411"), Optional.of("DE"))),
                Optional.of(new Card(Optional.of("411111"), "1234")),
                Optional.of(new Counterparty(new Iban("DE89370400440532013000"))),
                Optional.of("t-0"),
                new TreeMap<>(Map.of("b", "2", "a", "1")));

        assertThat(String.join(" ", CanonicalForm.of(whole)))
                .isEqualTo(
                        "till t-1 refund 150 EUR 1 230 JPY a-1 moment 1700000000123 1 Acme 1 5411 1 DE 1 1 411111 1234"
                                + " 1 DE89370400440532013000 1 t-0 2 a 1 b 2");
    }

    @Test
    void whatIsLeftOutIsAZeroAndADayIsItsDate() {
        var bare = new Transaction(
                new Identity("till", "t-1"),
                TransactionType.FEE,
                EURO_AND_A_HALF,
                Optional.empty(),
                "a-1",
                new OccurredAt.Day(LocalDate.of(2026, 2, 28), ZoneId.of("Asia/Tokyo")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());

        assertThat(String.join(" ", CanonicalForm.of(bare)))
                .isEqualTo("till t-1 fee 150 EUR 0 a-1 day 2026-02-28 0 0 0 0 0");
    }
}
