package dev.sluice.domain.history;

import java.time.Instant;

/**
 * The moment that a history was read at.
 *
 * @param transactions how many transactions of the account were stored then; its first so many are what was seen
 * @param at by the clock of whoever read
 */
public record AsOf(long transactions, Instant at) {}
