package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.DayPart;
import java.util.Optional;

/** A transaction made while most people sleep. */
final class Night implements RiskRule {

    private static final String CODE = "night";

    private static final Setting POINTS =
            Setting.points(CODE, 5, "subscriptions and shifts are billed at night too: it only tips the scale");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "It was made between 00:00 and 06:00 in the source's zone";
    }

    @Override
    public Setting points() {
        return POINTS;
    }

    @Override
    public boolean needsTimeOfDay() {
        return true;
    }

    @Override
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        return evidence.reference()
                .dayPart()
                .found()
                .filter(part -> part == DayPart.NIGHT)
                .map(night -> "It was made between 00:00 and 06:00 in the source's zone");
    }
}
