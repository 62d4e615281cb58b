package dev.sluice.domain.transaction;

/**
 * What makes a transaction the same one again: its source and the id the source gave it.
 *
 * @param source the sender's name in the settings
 * @param id 1–64 of {@code A-Z a-z 0-9 . _ : -}
 */
public record Identity(String source, String id) {}
