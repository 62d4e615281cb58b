package dev.sluice.domain.enrichment;

import dev.sluice.domain.history.Original;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.transaction.Transaction;
import java.math.BigInteger;

/**
 * How a refund or chargeback goes with what it undoes.
 *
 * @param amount of the original
 * @param returned what all refunds and chargebacks of it return together, in the original's currency
 * @param sameCurrency whether this one is in the original's currency
 * @param exceeded whether more is returned than the original was
 */
public record OriginalCheck(Money amount, Total returned, boolean sameCurrency, boolean exceeded) {

    /** Holds a transaction against what it undoes. */
    public static OriginalCheck of(Transaction transaction, Original original) {
        var amount = original.amount();
        var returned = original.returned();
        return new OriginalCheck(
                amount,
                returned,
                transaction.amount().currency().equals(amount.currency()),
                returned.minor().compareTo(BigInteger.valueOf(amount.minor())) > 0);
    }
}
