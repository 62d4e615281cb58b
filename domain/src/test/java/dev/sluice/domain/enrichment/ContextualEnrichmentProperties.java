package dev.sluice.domain.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.history.AccountFactsArbitraries;
import dev.sluice.domain.history.EffectiveRate;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionArbitraries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Contextual enrichment answers for every accepted transaction, whatever its account's history says. */
class ContextualEnrichmentProperties {

    @Property
    void everyAcceptedTransactionIsEnrichedWhateverTheFacts(@ForAll("known") Tuple2<Transaction, AccountFacts> known) {
        var transaction = known.get1();
        var facts = known.get2();

        var enrichment = ContextualEnrichment.of(transaction, facts);

        assertThat(enrichment.asOf()).isEqualTo(facts.asOf());
        assertThat(enrichment.windows()).isEqualTo(facts.windows());
        assertThat(enrichment.currencyFirstSeen()).isEqualTo(facts.firstSeen().contains(Seen.Kind.CURRENCY));
        assertThat(ContextualEnrichment.of(transaction, facts)).isEqualTo(enrichment);
    }

    @Property
    void whatIsAbsentSaysWhy(@ForAll("known") Tuple2<Transaction, AccountFacts> known) {
        var transaction = known.get1();
        var facts = known.get2();
        var enrichment = ContextualEnrichment.of(transaction, facts);

        assertKnown(enrichment.sincePrevious(), facts.previousAt().isPresent(), Lookup.Reason.NO_HISTORY);
        var merchant = transaction.merchant();
        assertKnown(enrichment.merchantFirstSeen(), merchant.isPresent(), Lookup.Reason.NOT_GIVEN);
        assertKnown(
                enrichment.countryFirstSeen(),
                merchant.flatMap(Merchant::country).isPresent(),
                Lookup.Reason.NOT_GIVEN);
        assertKnown(
                enrichment.suspectedDuplicateOf(),
                merchant.isPresent() && facts.alike().isPresent(),
                merchant.isPresent() ? Lookup.Reason.NONE_FOUND : Lookup.Reason.NOT_GIVEN);
        var converted = EffectiveRate.of(transaction).isPresent();
        assertKnown(enrichment.effectiveRate(), converted, Lookup.Reason.NOT_APPLICABLE);
        assertKnown(
                enrichment.rateDeviation(),
                converted && !facts.rates().isEmpty(),
                converted ? Lookup.Reason.NO_HISTORY : Lookup.Reason.NOT_APPLICABLE);
        var undoes = transaction.type().namesOriginal();
        assertKnown(
                enrichment.original(),
                undoes && facts.original().isPresent(),
                undoes ? Lookup.Reason.NONE_FOUND : Lookup.Reason.NOT_APPLICABLE);
    }

    private static void assertKnown(Lookup<?> lookup, boolean known, Lookup.Reason otherwise) {
        switch (lookup) {
            case Lookup.Found<?> found -> assertThat(known).isTrue();
            case Lookup.Absent<?>(var reason) -> {
                assertThat(known).isFalse();
                assertThat(reason).isEqualTo(otherwise);
            }
        }
    }

    @Property
    void theMedianIsWhatIsLeftWhenTheLeastAndTheMostAreTakenAwayInTurn(@ForAll("rates") List<BigDecimal> rates) {
        var rate = new BigDecimal("0.87");

        var found = RateDeviation.of(rate, rates);

        assertThat(found.isPresent()).isEqualTo(!rates.isEmpty());
        found.ifPresent(deviation -> {
            var median = whatIsLeft(rates);
            assertThat(deviation.median()).isEqualByComparingTo(median);
            assertThat(deviation.rates()).isEqualTo(rates.size());
            assertThat(deviation.deviation())
                    .isEqualTo(rate.subtract(median).divide(median, 6, RoundingMode.HALF_EVEN));
        });
    }

    private static BigDecimal whatIsLeft(List<BigDecimal> rates) {
        var left = new ArrayList<>(rates);
        while (left.size() > 2) {
            left.remove(left.stream().min(BigDecimal::compareTo).orElseThrow());
            left.remove(left.stream().max(BigDecimal::compareTo).orElseThrow());
        }
        return left.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(left.size() == 2 ? new BigDecimal("0.5") : BigDecimal.ONE);
    }

    @Property
    void theOrderOfTheRatesDoesNotMatter(@ForAll("rates") List<BigDecimal> rates) {
        assertThat(RateDeviation.of(BigDecimal.ONE, rates.reversed()))
                .isEqualTo(RateDeviation.of(BigDecimal.ONE, rates));
    }

    @Provide
    Arbitrary<List<BigDecimal>> rates() {
        return AccountFactsArbitraries.rates();
    }

    @Provide
    Arbitrary<Tuple2<Transaction, AccountFacts>> known() {
        return TransactionArbitraries.transactions()
                .flatMap(transaction ->
                        AccountFactsArbitraries.factsOf(transaction).map(facts -> Tuple.of(transaction, facts)));
    }
}
