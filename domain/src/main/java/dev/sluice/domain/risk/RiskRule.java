package dev.sluice.domain.risk;

import java.util.List;
import java.util.Optional;

/** One reason to look at a transaction, decided for itself: what other rules say changes nothing in it. */
public interface RiskRule {

    /** Stable machine code: lower-case words joined by underscores. */
    String code();

    /** When it fires, as a sentence without a full stop. */
    String meaning();

    /** What it adds to the score. */
    Setting points();

    /** The other numbers it is decided with. */
    default List<Setting> thresholds() {
        return List.of();
    }

    /** Whether it says nothing about a transaction of which only the day is known; it is not asked then. */
    default boolean needsTimeOfDay() {
        return false;
    }

    /**
     * Decides; total, whatever the evidence lacks.
     *
     * @return where it fires, why, with the figures: a sentence without a full stop and never with a card number
     */
    Optional<String> fires(Evidence evidence, RiskPolicy policy);
}
