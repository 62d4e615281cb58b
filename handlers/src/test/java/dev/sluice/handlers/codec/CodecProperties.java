package dev.sluice.handlers.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.Trace;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodecProperties {

    @Property
    void anAnnouncementReadsBackAsItWas(@ForAll("transactions") Transaction transaction, @ForAll boolean traced) {
        var announcement = new Announcement(
                transaction,
                AcceptedTransactions.ZONE,
                AcceptedTransactions.NOW,
                new Trace("c-1", traced ? Optional.of("Root=1-2-3") : Optional.empty()));

        assertThat(AnnouncementJson.read(AnnouncementJson.write(announcement))).isEqualTo(announcement);
    }

    @Property
    void anAnnouncementHoldsNoCharacterThatAQueueRefuses(@ForAll("transactions") Transaction transaction) {
        var announcement = new Announcement(
                transaction, AcceptedTransactions.ZONE, AcceptedTransactions.NOW, new Trace("c-1", Optional.empty()));

        assertThat(AnnouncementJson.write(announcement).chars()).allMatch(c -> c >= ' ' && c < 0x7F);
    }

    @Property
    void aStoredDocumentReadsBackAsItWas(@ForAll("transactions") Transaction transaction) {
        var enriched =
                new EnrichedTransaction(transaction, ReferenceEnrichment.of(transaction, AcceptedTransactions.ZONE));

        assertThat(TransactionDocument.read(TransactionDocument.write(enriched)))
                .isEqualTo(enriched);
    }

    @Property
    void theAmountBandIsThePowerOfTenAtOrBelowTheAmount(@ForAll("transactions") Transaction transaction) {
        var band = MessageAttributes.amountBand(transaction.amount());
        var amount = transaction.amount().amount();

        if (band.equals("under-1")) {
            assertThat(amount).isLessThan(BigDecimal.ONE);
        } else {
            var from = new BigDecimal(band.substring("from-".length()));
            assertThat(amount).isGreaterThanOrEqualTo(from).isLessThan(from.movePointRight(1));
        }
    }

    @Property
    void readingNeverThrowsWhateverTheBytes(@ForAll byte[] bytes) {
        assertThat(JsonDocument.within(JsonBounds.SENDER).read(bytes)).isNotNull();
    }

    @Property
    void readingNeverThrowsWhateverIsDamaged(@ForAll("bodies") String body, @ForAll int at, @ForAll char with) {
        var damaged = new StringBuilder(body);
        damaged.setCharAt(Math.floorMod(at, body.length()), with);

        assertThat(JsonDocument.within(JsonBounds.SENDER).read(damaged.toString()))
                .isNotNull();
    }

    @Provide
    Arbitrary<Transaction> transactions() {
        return AcceptedTransactions.any();
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.oneOf(AcceptedTransactions.bodies(), Arbitraries.of("{\"a\": [1.5e3, true, null]}"));
    }
}
