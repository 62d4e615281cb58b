package dev.sluice.domain.risk;

/**
 * A rule that fired.
 *
 * @param code the rule's, stable: lower-case words joined by underscores
 * @param points what it adds to the score, at least 0
 * @param sentence why it fired, with the figures; never a card number
 */
public record RiskReason(String code, int points, String sentence) {

    public RiskReason {
        if (points < 0) {
            throw new IllegalArgumentException("a reason never lowers a score: " + code + " adds " + points);
        }
    }
}
