package dev.sluice.domain.transaction;

import java.util.Optional;

/**
 * The parts of a card number that may be kept.
 *
 * @param bin the first 6–8 digits
 * @param last4 the last 4 digits
 */
public record Card(Optional<String> bin, String last4) {}
