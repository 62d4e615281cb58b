package dev.sluice.domain.risk;

import java.util.List;

/** The catalogue of risk rules, in the order reasons are listed in. */
public final class RiskRules {

    public static final List<RiskRule> ALL = List.of(
            new LargeAmount(),
            new AmountUnusual(),
            new SpendUnusual(),
            new VelocityHour(),
            new VelocityDay(),
            new SuspectedDuplicate(),
            new HighRiskMerchant(),
            new RefundWithoutOriginal(),
            new RefundOtherCurrency(),
            new RefundExceedsOriginal(),
            new RateUnusual(),
            new CountryFirstSeen(),
            new CurrencyFirstSeen(),
            new MerchantFirstSeen(),
            new Night());

    private RiskRules() {}
}
