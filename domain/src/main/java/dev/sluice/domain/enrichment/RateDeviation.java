package dev.sluice.domain.enrichment;

import java.math.BigDecimal;

/**
 * How far an effective exchange rate lies from what the account is used to.
 *
 * @param median of the account's last rates of that currency pair
 * @param rates how many those were, 1 to 101
 * @param deviation (rate − median) / median, to six decimal places: 0.05 is five per cent above
 */
public record RateDeviation(BigDecimal median, int rates, BigDecimal deviation) {}
