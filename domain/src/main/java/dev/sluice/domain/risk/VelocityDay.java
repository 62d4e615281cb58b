package dev.sluice.domain.risk;

import dev.sluice.domain.history.Window;
import java.util.List;
import java.util.Optional;

/** More transactions within a day than people make. */
final class VelocityDay implements RiskRule {

    private static final String CODE = "velocity_24h";

    private static final Setting POINTS =
            Setting.points(CODE, 10, "mostly a day of many small orders: it only tips the scale");

    private static final Setting USUAL = Setting.of(
            "velocity_24h.usual",
            Unit.TRANSACTIONS,
            "20",
            "how many transactions of an account are usual at most within 24 hours, whatever their currency",
            "4 of the 3,161 days on which one of Birmingham's cards was used had more");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "The account makes more transactions within 24 hours than is usual";
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
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        return Velocity.above(evidence.count(Window.DAY), policy.count(USUAL), "24 hours");
    }
}
