package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.Lookup;
import java.util.Optional;

/** Money that comes back for a purchase that nobody knows. */
final class RefundWithoutOriginal implements RiskRule {

    @Override
    public String code() {
        return "refund_without_original";
    }

    @Override
    public String meaning() {
        return "A refund or chargeback names an original that is not stored";
    }

    @Override
    public Setting points() {
        return Setting.points(
                code(), 25, "how invented refunds look, but also an original that is late or older than the store");
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
