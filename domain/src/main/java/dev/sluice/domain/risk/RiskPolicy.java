package dev.sluice.domain.risk;

import java.math.BigDecimal;

/** Stub. */
public record RiskPolicy(int flagAt) {
    public static RiskPolicy standard() {
        return new RiskPolicy(40);
    }

    public RiskPolicy with(String setting, BigDecimal value) {
        if (!setting.equals("flagAt")) {
            throw new IllegalArgumentException(setting + " is no setting");
        }
        return new RiskPolicy(value.intValueExact());
    }
}
