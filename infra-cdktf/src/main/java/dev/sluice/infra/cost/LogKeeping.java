package dev.sluice.infra.cost;

import java.math.BigDecimal;

/**
 * What logs have cost after a number of months, each with as much written as any other.
 *
 * @param takenIn for taking them in, however long they are kept
 * @param keptThirtyDays for keeping each line for 30 days
 * @param keptForEver for keeping each line from its month on
 */
public record LogKeeping(BigDecimal takenIn, BigDecimal keptThirtyDays, BigDecimal keptForEver) {

    /**
     * After so many months.
     *
     * @param month a bill of one of them
     * @param compressed to which share of itself CloudWatch compresses what it keeps
     * @throws IllegalArgumentException where there is no month
     */
    public static LogKeeping after(int months, Bill month, BigDecimal compressed) {
        if (months < 1) {
            throw new IllegalArgumentException("logs are looked at after a month at least, not after " + months);
        }
        var gigabytes = month.quantity(Prices.LOG_INTAKE);
        var number = new BigDecimal(months);
        var aMonth = Prices.LOG_STORAGE.of(gigabytes.multiply(compressed));
        // What came in the first month is kept for all of them, what came in the last one for that one.
        var keptMonths = new BigDecimal(months * (months + 1L) / 2);
        return new LogKeeping(
                Prices.LOG_INTAKE.of(gigabytes).multiply(number), aMonth.multiply(number), aMonth.multiply(keptMonths));
    }

    /** For keeping everything in the last of those months alone: as much as 30 days of each of them. */
    public BigDecimal lastMonthForEver() {
        return keptThirtyDays;
    }
}
