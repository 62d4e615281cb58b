package dev.sluice.domain.risk;

import java.util.List;
import java.util.Optional;

/** A currency that is new to a known account. */
final class CurrencyFirstSeen implements RiskRule {

    private static final String CODE = "currency_first_seen";

    private static final Setting POINTS =
            Setting.points(CODE, 15, "as `country_first_seen`, which often fires with it");

    private static final Setting HISTORY = FirstSeenHistory.of("currency_first_seen");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "An account with enough history is seen with an amount in this currency for the first time";
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
                        && evidence.context().currencyFirstSeen()
                ? Optional.of(FirstSeenHistory.words(evidence) + " in "
                        + evidence.transaction().amount().currency())
                : Optional.empty();
    }
}
