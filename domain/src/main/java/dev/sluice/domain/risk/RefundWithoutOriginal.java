package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.Lookup;
import java.util.Optional;

/** Money that comes back for a purchase that nobody knows. */
final class RefundWithoutOriginal implements RiskRule {

    private static final String CODE = "refund_without_original";

    private static final Setting POINTS = Setting.points(
            CODE, 25, "how invented refunds look, but also an original that is late or older than the store");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "A refund or chargeback names an original that is not stored";
    }

    @Override
    public Setting points() {
        return POINTS;
    }

    @Override
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        var transaction = evidence.transaction();
        return evidence.context().original().equals(new Lookup.Absent<>(Lookup.Reason.NONE_FOUND))
                ? transaction
                        .originalId()
                        .map(original -> "The " + transaction.type().code() + " names " + original
                                + " as its original, which is not known")
                : Optional.empty();
    }
}
