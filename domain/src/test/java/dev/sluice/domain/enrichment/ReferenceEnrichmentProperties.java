package dev.sluice.domain.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.card.CardNumberScan;
import dev.sluice.domain.transaction.Card;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionArbitraries;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reference enrichment answers for every accepted transaction. */
class ReferenceEnrichmentProperties {

    @Property
    void everyAcceptedTransactionIsEnriched(
            @ForAll("transactions") Transaction transaction, @ForAll("zones") ZoneId zone) {
        var enrichment = ReferenceEnrichment.of(transaction, zone);

        assertThat(enrichment.minorUnits()).isEqualTo(transaction.amount().minor());
        assertThat(enrichment.currencyNumeric()).matches("[0-9]{3}");
        assertThat(enrichment.fingerprint()).isEqualTo(Fingerprint.of(transaction));
        assertThat(new EnrichedTransaction(transaction, enrichment).fingerprint())
                .isEqualTo(enrichment.fingerprint());
    }

    @Property
    void whatTheSenderLeftOutIsAbsentForThatReason(
            @ForAll("transactions") Transaction transaction, @ForAll("zones") ZoneId zone) {
        var enrichment = ReferenceEnrichment.of(transaction, zone);

        var merchant = transaction.merchant();
        assertLookedUp(enrichment.merchantCategory(), merchant.flatMap(Merchant::mcc));
        assertLookedUp(enrichment.merchantCountry(), merchant.flatMap(Merchant::country));
        assertLookedUp(enrichment.cardScheme(), transaction.card().flatMap(Card::bin));
        assertLookedUp(enrichment.maskedCard(), transaction.card());
    }

    @Property
    void anHourIsKnownExactlyWhereAMomentIs(
            @ForAll("transactions") Transaction transaction, @ForAll("zones") ZoneId zone) {
        var dayPart = ReferenceEnrichment.of(transaction, zone).dayPart();

        switch (transaction.occurredAt()) {
            case OccurredAt.Moment(var instant) ->
                assertThat(dayPart)
                        .isEqualTo(new Lookup.Found<>(
                                DayPart.of(instant.atZone(zone).toLocalTime())));
            case OccurredAt.Day day -> assertThat(dayPart).isEqualTo(new Lookup.Absent<>(Lookup.Reason.DAY_PRECISION));
        }
    }

    @Property
    void aMaskedCardIsNoCardNumber(@ForAll("transactions") Transaction transaction, @ForAll("zones") ZoneId zone) {
        if (ReferenceEnrichment.of(transaction, zone).maskedCard() instanceof Lookup.Found<String>(var masked)) {
            assertThat(CardNumberScan.finds(masked)).isFalse();
            assertThat(masked).endsWith(transaction.card().orElseThrow().last4());
        }
    }

    private static void assertLookedUp(Lookup<?> lookup, Optional<?> given) {
        switch (lookup) {
            case Lookup.Found<?> found -> assertThat(given).isPresent();
            case Lookup.Absent<?>(var reason) ->
                assertThat(reason).isEqualTo(given.isEmpty() ? Lookup.Reason.NOT_GIVEN : Lookup.Reason.NOT_IN_TABLE);
        }
    }

    @Provide
    Arbitrary<Transaction> transactions() {
        return TransactionArbitraries.transactions();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Europe/Berlin", "Pacific/Kiritimati", "America/New_York", "Asia/Kolkata")
                .map(ZoneId::of);
    }
}
