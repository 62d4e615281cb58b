package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Pointer;

/**
 * One place where a rule is broken.
 *
 * @param shape of what was found there, such as {@code 3 characters}; never what was found itself
 */
public record Finding(Pointer pointer, String shape) {}
