package dev.sluice.domain.risk;

import dev.sluice.domain.history.Window;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A day on which much more is spent than on the days before it, as far as this transaction has part in that. */
final class SpendUnusual implements RiskRule {

    private static final String CODE = "spend_unusual";

    private static final Setting POINTS = Setting.points(
            CODE,
            15,
            "it mostly says again what `amount_unusual` says; the two together flag, since then the history is long"
                    + " enough to trust");

    /** Days of the longest window that lie before its last 24 hours. */
    private static final long EARLIER_DAYS =
            Window.MONTH.length().minus(Window.DAY.length()).toDays();

    private static final Setting TIMES = Setting.of(
            "spend_unusual.times",
            Unit.TIMES,
            "10",
            "how many times the daily mean of the 29 days before, in the currency billed, is unusual within 24 hours",
            "then a third of what the account spends in a month is spent on one day");

    private static final Setting EARLIER = Setting.of(
            "spend_unusual.earlier",
            Unit.TRANSACTIONS,
            "20",
            "how many transactions there must be in those 29 days at least",
            "an account that is used on five days a month spends six times its daily mean on each of them");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "The account is billed many times its daily mean of the 29 days before within 24 hours, in one"
                + " currency, and this transaction alone is at least that mean";
    }

    @Override
    public Setting points() {
        return POINTS;
    }

    @Override
    public List<Setting> thresholds() {
        return List.of(TIMES, EARLIER);
    }

    @Override
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        var billed = BigInteger.valueOf(evidence.transaction().billed().minor());
        return evidence.activity(Window.DAY)
                .filter(ignored -> evidence.isSpending())
                .flatMap(day -> evidence.activity(Window.MONTH)
                        .map(month -> month.without(day))
                        .filter(earlier -> earlier.count() >= policy.count(EARLIER))
                        .filter(earlier -> MeanMultiple.of(billed, earlier.sum(), EARLIER_DAYS)
                                .filter(times -> times.compareTo(BigDecimal.ONE) >= 0)
                                .isPresent())
                        .flatMap(earlier -> MeanMultiple.of(day.sum().minor(), earlier.sum(), EARLIER_DAYS))
                        .filter(times -> times.compareTo(policy.number(TIMES)) >= 0)
                        .map(times -> Figures.total(day.sum()) + " within 24 hours is " + Figures.tenths(times)
                                + " times the account's daily mean of the " + EARLIER_DAYS + " days before; "
                                + Figures.number(policy.number(TIMES)) + " times is unusual"));
    }
}
