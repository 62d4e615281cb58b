package dev.sluice.domain.validation;

/**
 * What a sender wrote, field by field, unknown fields included: they are looked through for card numbers, then
 * dropped.
 *
 * @param source who sent it, as authenticated
 */
public record Submission(String source, Written.Group root) {}
