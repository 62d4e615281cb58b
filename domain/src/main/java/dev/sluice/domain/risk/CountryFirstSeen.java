package dev.sluice.domain.risk;

import dev.sluice.domain.transaction.Merchant;
import java.util.List;
import java.util.Optional;

/** A merchant's country that is new to a known account. */
final class CountryFirstSeen implements RiskRule {

    private static final String CODE = "country_first_seen";

    private static final Setting POINTS = Setting.points(
            CODE, 15, "a journey or an order from abroad, mostly; with new merchant and currency still below the flag");

    private static final Setting HISTORY = FirstSeenHistory.of("country_first_seen");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "An account with enough history is seen with a merchant in this country for the first time";
    }

    @Override
    public Setting points() {
        return POINTS;
    }

    @Override
    public List<Setting> thresholds() {
        return List.of(HISTORY);
    }

    @Override
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        return FirstSeenHistory.suffices(evidence, policy, HISTORY)
                        && evidence.context().countryFirstSeen().found().orElse(false)
                ? evidence.transaction()
                        .merchant()
                        .flatMap(Merchant::country)
                        .map(country -> FirstSeenHistory.words(evidence) + " with a merchant in " + country)
                : Optional.empty();
    }
}
