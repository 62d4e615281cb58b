package dev.sluice.domain.history;

import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;

/**
 * What a refund or chargeback undoes.
 *
 * @param amount of the original
 * @param returned what all refunds and chargebacks of it, this one included, return in the original's currency
 */
public record Original(Money amount, Total returned) {}
