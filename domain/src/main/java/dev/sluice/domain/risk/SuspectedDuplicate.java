package dev.sluice.domain.risk;

import java.util.Optional;

/** A transaction that looks like another one made twice. */
final class SuspectedDuplicate implements RiskRule {

    private static final String CODE = "suspected_duplicate";

    private static final Setting POINTS = Setting.points(
            CODE,
            25,
            "2 of 100 transactions on Birmingham's cards repeat one of the same day, most of them tickets and orders in"
                    + " parts that are honest: alone it does not flag");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "Another transaction of the account has the same merchant, amount, currency and type, within 10"
                + " minutes, or on the same day where no time of day is known";
    }

    @Override
    public Setting points() {
        return POINTS;
    }

    @Override
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        var near = evidence.hasTimeOfDay() ? "within 10 minutes" : "on the same day";
        return evidence.context()
                .suspectedDuplicateOf()
                .found()
                .map(other -> "It looks like " + other + " made twice: the same merchant, "
                        + Figures.money(evidence.transaction().amount()) + " and type " + near);
    }
}
