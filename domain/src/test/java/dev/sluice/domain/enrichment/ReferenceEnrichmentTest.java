package dev.sluice.domain.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.card.CardScheme;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.reference.Country;
import dev.sluice.domain.reference.MerchantCategory;
import dev.sluice.domain.transaction.Card;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceEnrichmentTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void aPaymentGetsWhatTheTablesKnow() {
        var enrichment = ReferenceEnrichment.of(payment("2026-02-27T16:00:00Z"), TOKYO);

        assertThat(enrichment.minorUnits()).isEqualTo(1250);
        assertThat(enrichment.currencyNumeric()).isEqualTo("978");
        assertThat(enrichment.merchantCategory())
                .isEqualTo(new Lookup.Found<>(MerchantCategory.of("5411").orElseThrow()));
        assertThat(enrichment.merchantCountry())
                .isEqualTo(new Lookup.Found<>(Country.of("DE").orElseThrow()));
        assertThat(enrichment.cardScheme()).isEqualTo(new Lookup.Found<>(CardScheme.VISA));
        assertThat(enrichment.maskedCard()).isEqualTo(new Lookup.Found<>("411111******1111"));
        assertThat(enrichment.dayPart()).isEqualTo(new Lookup.Found<>(DayPart.NIGHT));
        assertThat(enrichment.weekend()).isTrue();
    }

    @Test
    void theFingerprintsFormIsFixed() {
        // A change of this value orphans every stored fingerprint: it needs another version.
        assertThat(Fingerprint.of(payment("2026-02-27T16:00:00Z")))
                .isEqualTo("v1:172a75924292b329439dbc3b64cfe0845531da83cfc3ab6a41739947cf1445b5");
    }

    @Test
    void aBinInNoRangeHasNoScheme() {
        var unknown = payment("2026-02-27T16:00:00Z", Optional.of(new Card(Optional.of("000000"), "1111")));

        assertThat(ReferenceEnrichment.of(unknown, TOKYO).cardScheme())
                .isEqualTo(new Lookup.Absent<>(Lookup.Reason.NOT_IN_TABLE));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-27T14:59:59.999Z, evening, false",
        "2026-02-27T15:00:00Z, night, true",
        "2026-02-27T21:00:00Z, morning, true",
        "2026-02-28T03:00:00Z, afternoon, true",
        "2026-03-01T14:59:59.999Z, evening, true",
        "2026-03-01T15:00:00Z, night, false"
    })
    void dayPartAndWeekendAreThoseOfTheZone(String moment, String dayPart, boolean weekend) {
        var enrichment = ReferenceEnrichment.of(payment(moment), TOKYO);

        assertThat(enrichment.dayPart())
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(((DayPart) found.value()).code()).isEqualTo(dayPart));
        assertThat(enrichment.weekend()).isEqualTo(weekend);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-27, false", "2026-02-28, true", "2026-03-01, true", "2026-03-02, false"})
    void aDayHasAWeekendButNoHour(LocalDate day, boolean weekend) {
        var payment = payment(new OccurredAt.Day(day, ZoneId.of("Pacific/Kiritimati")), Optional.empty());

        var enrichment = ReferenceEnrichment.of(payment, TOKYO);

        assertThat(enrichment.dayPart())
                .isInstanceOfSatisfying(
                        Lookup.Absent.class,
                        absent -> assertThat(absent.reason().code()).isEqualTo("day_precision"));
        assertThat(enrichment.weekend()).isEqualTo(weekend);
    }

    private static Transaction payment(String moment) {
        return payment(moment, Optional.of(new Card(Optional.of("411111"), "1111")));
    }

    private static Transaction payment(String moment, Optional<Card> card) {
        return payment(new OccurredAt.Moment(Instant.parse(moment)), card);
    }

    private static Transaction payment(OccurredAt at, Optional<Card> card) {
        return new Transaction(
                new Identity("default", "t-1"),
                TransactionType.PAYMENT,
                new Money(1250, Currency.of("EUR").orElseThrow()),
                Optional.empty(),
                "a-1",
                at,
                Optional.of(new Merchant("Acme", Optional.of("5411"), Optional.of("DE"))),
                card,
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }
}
