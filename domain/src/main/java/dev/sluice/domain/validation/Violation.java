package dev.sluice.domain.validation;

/**
 * One rule that one field breaks.
 *
 * @param pointer JSON Pointer (RFC 6901) of the field; a card number in it is masked
 * @param code the rule's stable machine code
 * @param sentence what the rule asks for, and the shape of what was found; never a card number
 */
public record Violation(String pointer, String code, String sentence) {}
