package dev.sluice.domain.history;

import dev.sluice.domain.money.Total;

/**
 * What an account did in one billing currency in some stretch of time.
 *
 * @param count how many transactions, at least 1
 * @param sum of what they billed, every one counted positive whatever its type
 */
public record Activity(long count, Total sum) {}
