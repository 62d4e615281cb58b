package dev.sluice.domain.risk;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One number of a risk policy.
 *
 * @param name stable: the rule's code and what it is for, as in {@code velocity_24h.usual}
 * @param standard its value where nobody sets another; empty where the rule then does not apply
 * @param meaning what the number is, without a full stop
 * @param why the standard is what it is, without a full stop; empty where there is none
 */
public record Setting(String name, Unit unit, Optional<BigDecimal> standard, String meaning, String why) {

    static Setting of(String name, Unit unit, String standard, String meaning, String why) {
        return new Setting(name, unit, Optional.of(new BigDecimal(standard)), meaning, why);
    }

    /** What a rule adds to the score. */
    static Setting points(String rule, int standard, String why) {
        return of(
                rule + ".points",
                Unit.POINTS,
                Integer.toString(standard),
                "what `" + rule + "` adds to the score; 0 turns it off",
                why);
    }
}
