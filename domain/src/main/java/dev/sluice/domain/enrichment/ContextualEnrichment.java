package dev.sluice.domain.enrichment;

import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What its account's history adds to a transaction; a part that cannot be known is absent with its reason.
 *
 * @param asOf what of the history was seen
 * @param windows count and sum of what the account did up to and with this transaction, for each billing currency
 * @param sincePrevious how long after the account's transaction before it; whole days where one of them has only a day
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
        windows = Map.copyOf(windows);
    }
}
