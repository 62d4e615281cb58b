package dev.sluice.domain.enrichment;

import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;

/**
 * How a refund or chargeback goes with what it undoes.
 *
 * @param amount of the original
 * @param returned what all refunds and chargebacks of it return together, in the original's currency
 * @param sameCurrency whether this one is in the original's currency
 * @param exceeded whether more is returned than the original was
 */
public record OriginalCheck(Money amount, Total returned, boolean sameCurrency, boolean exceeded) {}
