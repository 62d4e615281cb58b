package dev.sluice.handlers.port;

import dev.sluice.domain.transaction.Identity;

/**
 * One thing that a person should look at.
 *
 * @param alertId stable: made of the transaction and the reason alone, so that a repeat is told by it; at most 256
 *     characters
 * @param reason the code of the risk rule, or {@code conflict}
 * @param sentence for the person; never a card number
 * @param score the transaction's risk score, 0 for a conflict
 */
public record Alert(String alertId, Identity identity, String reason, String sentence, int score, Trace trace) {}
