package dev.sluice.domain.risk;

import dev.sluice.domain.history.Window;
import java.util.List;
import java.util.Optional;

/** More transactions within an hour than people make. */
final class VelocityHour implements RiskRule {

    private static final String CODE = "velocity_1h";

    private static final Setting POINTS =
            Setting.points(CODE, 25, "strong, but an evening of orders looks alike: it flags together with another");

    private static final Setting USUAL = Setting.of(
            "velocity_1h.usual",
            Unit.TRANSACTIONS,
            "10",
            "how many transactions of an account are usual at most within an hour, whatever their currency",
            "a person at a till or in a shop's basket makes one in some minutes; a script that tries cards makes"
                    + " dozens");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "The account makes more transactions within an hour than is usual";
    }

    @Override
    public Setting points() {
        return POINTS;
    }

    @Override
    public List<Setting> thresholds() {
        return List.of(USUAL);
    }

    @Override
    public boolean needsTimeOfDay() {
        return true;
    }

    @Override
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        return Velocity.above(evidence.count(Window.HOUR), policy.count(USUAL), "an hour");
    }
}
