package dev.sluice.domain.risk;

import dev.sluice.domain.reference.HighRiskCategory;
import dev.sluice.domain.transaction.Merchant;
import java.util.Optional;

/** A merchant that sells money or a bet. */
final class HighRiskMerchant implements RiskRule {

    private static final String CODE = "high_risk_merchant";

    private static final Setting POINTS = Setting.points(
            CODE, 40, "purchase-card programmes block these categories: one that went through is worth a look alone");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "The merchant's category is one that sells money or a bet, as listed in mcc-high-risk.txt";
    }

    @Override
    public Setting points() {
        return POINTS;
    }

    @Override
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        return evidence.transaction()
                .merchant()
                .flatMap(Merchant::mcc)
                .flatMap(HighRiskCategory::of)
                .map(category -> "The merchant's category is " + category.code() + ", which sells " + category.sells());
    }
}
