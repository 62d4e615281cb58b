package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.OriginalCheck;
import java.util.Optional;

/** More money that comes back than went. */
final class RefundExceedsOriginal implements RiskRule {

    private static final String CODE = "refund_exceeds_original";

    private static final Setting POINTS =
            Setting.points(CODE, 50, "no honest business returns more than it took: it flags alone");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "All refunds and chargebacks of one original together return more than it was";
    }

    @Override
    public Setting points() {
        return POINTS;
    }

    @Override
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        return evidence.context()
                .original()
                .found()
                .filter(OriginalCheck::exceeded)
                .map(original -> Figures.total(original.returned()) + " are returned together of an original of "
                        + Figures.money(original.amount()));
    }
}
