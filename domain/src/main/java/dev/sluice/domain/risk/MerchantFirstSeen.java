package dev.sluice.domain.risk;

import java.util.List;
import java.util.Optional;

/** A merchant that is new to a known account. */
final class MerchantFirstSeen implements RiskRule {

    private static final String CODE = "merchant_first_seen";

    private static final Setting POINTS =
            Setting.points(CODE, 5, "people try new merchants every week: it only tips the scale");

    private static final Setting HISTORY = FirstSeenHistory.of("merchant_first_seen");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "An account with enough history is seen with this merchant for the first time";
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
                ? evidence.context()
                        .merchantFirstSeen()
                        .found()
                        .filter(first -> first)
                        .map(first -> FirstSeenHistory.words(evidence) + " with this merchant")
                : Optional.empty();
    }
}
