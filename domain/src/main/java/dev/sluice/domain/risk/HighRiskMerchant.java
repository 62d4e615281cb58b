package dev.sluice.domain.risk;

import dev.sluice.domain.reference.HighRiskCategory;
import dev.sluice.domain.transaction.Merchant;
import java.util.Optional;

/** A merchant that sells money or a bet. */
final class HighRiskMerchant implements RiskRule {

    @Override
    public String code() {
        return "high_risk_merchant";
    }

    @Override
    public String meaning() {
        return "The merchant's category is one that sells money or a bet, as listed in mcc-high-risk.txt";
    }

    @Override
    public Setting points() {
        return Setting.points(
                code(),
                40,
                "purchase-card programmes block these categories: one that went through is worth a look alone");
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
