package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.OriginalCheck;
import java.util.Optional;
import java.util.function.Predicate;

/** Money that comes back in another currency than it went. */
final class RefundOtherCurrency implements RiskRule {

    private static final String CODE = "refund_other_currency";

    private static final Setting POINTS = Setting.points(
            CODE, 25, "shops refund in the currency they sold in; how much came back cannot be told then");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "A refund or chargeback is in another currency than its original";
    }

    @Override
    public Setting points() {
        return POINTS;
    }

    @Override
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        var transaction = evidence.transaction();
        return evidence.context()
                .original()
                .found()
                .filter(Predicate.not(OriginalCheck::sameCurrency))
                .map(original -> "The " + transaction.type().code() + " is in "
                        + transaction.amount().currency() + ", its original in "
                        + original.amount().currency());
    }
}
