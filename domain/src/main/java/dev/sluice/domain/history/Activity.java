package dev.sluice.domain.history;

import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;

/**
 * What an account did in one billing currency in some stretch of time.
 *
 * @param count how many transactions, at least 1; 0 where nothing remains of a difference
 * @param sum of what they billed, every one counted positive whatever its type
 */
public record Activity(long count, Total sum) {

    /**
     * What remains without one transaction.
     *
     * @param billed by it, in the same currency
     */
    public Activity without(Money billed) {
        return new Activity(count - 1, sum.minus(billed));
    }

    /** What remains without what was done in a stretch within this one, in the same currency. */
    public Activity without(Activity part) {
        return new Activity(
                count - part.count(), new Total(sum.minor().subtract(part.sum().minor()), sum.currency()));
    }
}
