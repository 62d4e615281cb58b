package dev.sluice.domain.enrichment;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.EffectiveRate;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.Transaction;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What its account's history adds to a transaction; a part that cannot be known is absent with its reason.
 *
 * @param asOf what of the history was seen
 * @param windows count and sum of what the account did up to and with this transaction, for each billing currency
 * @param sincePrevious how long after the start of the account's transaction before it this one starts; a day starts at
 *     midnight in the source's zone
 * @param merchantFirstSeen whether the account was never seen with that merchant before
 * @param countryFirstSeen the same of the merchant's country
 * @param currencyFirstSeen the same of the amount's currency
 * @param suspectedDuplicateOf the id of the first other one that looks like it
 * @param effectiveRate billed for one unit of the amount's currency
 * @param rateDeviation how unusual that rate is for the account
 * @param original what is known of what it undoes
 */
public record ContextualEnrichment(
        AsOf asOf,
        Map<Window, List<Activity>> windows,
        Lookup<Duration> sincePrevious,
        Lookup<Boolean> merchantFirstSeen,
        Lookup<Boolean> countryFirstSeen,
        boolean currencyFirstSeen,
        Lookup<String> suspectedDuplicateOf,
        Lookup<BigDecimal> effectiveRate,
        Lookup<RateDeviation> rateDeviation,
        Lookup<OriginalCheck> original) {

    public ContextualEnrichment {
        var copy = new EnumMap<Window, List<Activity>>(Window.class);
        copy.putAll(windows);
        windows = Collections.unmodifiableMap(copy);
    }

    /** Takes from the facts what they say about the transaction; total, whatever they lack. */
    public static ContextualEnrichment of(Transaction transaction, AccountFacts facts) {
        var merchant = transaction.merchant();
        var rate = EffectiveRate.of(transaction).map(EffectiveRate::rate);
        return new ContextualEnrichment(
                facts.asOf(),
                facts.windows(),
                Lookup.of(
                        facts.previousAt()
                                .map(previous -> Duration.between(
                                        previous, transaction.occurredAt().start())),
                        Lookup.Reason.NO_HISTORY),
                firstSeen(merchant, Seen.Kind.MERCHANT, facts),
                firstSeen(merchant.flatMap(Merchant::country), Seen.Kind.COUNTRY, facts),
                facts.firstSeen().contains(Seen.Kind.CURRENCY),
                merchant.isEmpty()
                        ? new Lookup.Absent<>(Lookup.Reason.NOT_GIVEN)
                        : Lookup.of(facts.alike(), Lookup.Reason.NONE_FOUND),
                Lookup.of(rate, Lookup.Reason.NOT_APPLICABLE),
                rate.isEmpty()
                        ? new Lookup.Absent<>(Lookup.Reason.NOT_APPLICABLE)
                        : Lookup.of(RateDeviation.of(rate.get(), facts.rates()), Lookup.Reason.NO_HISTORY),
                transaction.type().namesOriginal()
                        ? Lookup.of(
                                facts.original().map(original -> OriginalCheck.of(transaction, original)),
                                Lookup.Reason.NONE_FOUND)
                        : new Lookup.Absent<>(Lookup.Reason.NOT_APPLICABLE));
    }

    private static Lookup<Boolean> firstSeen(Optional<?> given, Seen.Kind kind, AccountFacts facts) {
        return Lookup.of(given.map(written -> facts.firstSeen().contains(kind)), Lookup.Reason.NOT_GIVEN);
    }
}
