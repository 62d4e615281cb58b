package dev.sluice.domain.risk;

import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.Window;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** An amount many times what the account's others are. */
final class AmountUnusual implements RiskRule {

    private static final String CODE = "amount_unusual";

    private static final Setting POINTS = Setting.points(
            CODE, 25, "seen alone it is mostly an honest large purchase; with another sign it is worth a look");

    private static final Setting TIMES = Setting.of(
            "amount_unusual.times",
            Unit.TIMES,
            "10",
            "how many times the mean of the account's other transactions of 30 days, in the currency billed, is"
                    + " unusual",
            "of 5,255 transactions on Birmingham's cards 20 reach it: invoices and furniture on cards for groceries and"
                    + " tickets");

    private static final Setting OTHERS = Setting.of(
            "amount_unusual.others",
            Unit.TRANSACTIONS,
            "5",
            "how many others there must be at least",
            "a mean of fewer says little");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "The account spends many times the mean of the account's other transactions of 30 days in that currency";
    }

    @Override
    public Setting points() {
        return POINTS;
    }

    @Override
    public List<Setting> thresholds() {
        return List.of(TIMES, OTHERS);
    }

    @Override
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        var billed = evidence.transaction().billed();
        return evidence.activity(Window.MONTH)
                .filter(ignored -> evidence.isSpending())
                .map(month -> month.without(billed))
                .filter(others -> others.count() >= policy.count(OTHERS))
                .flatMap(others -> MeanMultiple.of(BigInteger.valueOf(billed.minor()), others.sum(), others.count())
                        .filter(times -> times.compareTo(policy.number(TIMES)) >= 0)
                        .map(times -> Figures.money(billed) + " is " + Figures.tenths(times) + " times the mean of the "
                                + others(others) + " of 30 days; " + Figures.number(policy.number(TIMES))
                                + " times is unusual"));
    }

    private static String others(Activity others) {
        return "account's " + Figures.counted(others.count(), "other transaction");
    }
}
