package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.RateDeviation;
import java.util.List;
import java.util.Optional;

/** An exchange rate far from what the account is used to. */
final class RateUnusual implements RiskRule {

    private static final String CODE = "rate_unusual";

    private static final Setting POINTS =
            Setting.points(CODE, 20, "costs money, but is seldom fraud: it flags with any strong sign");

    private static final Setting PERCENT = Setting.of(
            "rate_unusual.percent",
            Unit.PERCENT,
            "5",
            "how far the rate billed is unusual to lie from the median of the account's last rates, up or down",
            "large currencies move less in a month and banks add 2 to 3; conversion at the till adds 5 and more");

    private static final Setting RATES = Setting.of(
            "rate_unusual.rates",
            Unit.RATES,
            "5",
            "how many earlier rates of the currency pair there must be at least",
            "a median of fewer follows any one of them");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "The exchange rate billed lies far from the median of the account's last rates of that currency pair";
    }

    @Override
    public Setting points() {
        return POINTS;
    }

    @Override
    public List<Setting> thresholds() {
        return List.of(PERCENT, RATES);
    }

    @Override
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        return evidence.context()
                .rateDeviation()
                .found()
                .filter(found -> found.rates() >= policy.count(RATES))
                .filter(found -> found.deviation().movePointRight(2).abs().compareTo(policy.number(PERCENT)) >= 0)
                .map(found -> words(found) + "; " + Figures.number(policy.number(PERCENT)) + " per cent is unusual");
    }

    private static String words(RateDeviation found) {
        var deviation = found.deviation();
        return "The exchange rate lies "
                + Figures.tenths(deviation.movePointRight(2).abs()) + " per cent "
                + (deviation.signum() < 0 ? "below" : "above") + " the median of the account's last "
                + Figures.counted(found.rates(), "rate");
    }
}
