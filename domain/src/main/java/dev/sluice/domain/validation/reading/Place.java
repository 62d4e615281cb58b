package dev.sluice.domain.validation.reading;

/**
 * A text that is kept, where it stands.
 *
 * @param text normalized
 */
public record Place(Pointer pointer, String text) {}
