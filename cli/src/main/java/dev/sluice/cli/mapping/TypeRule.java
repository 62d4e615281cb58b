package dev.sluice.cli.mapping;

/** How a row's transaction type is told. */
public sealed interface TypeRule {

    /** By the sign of the amount as the file has it. */
    record BySign(String whenNegative, String otherwise) implements TypeRule {}

    /** Like any other field. */
    record FromField(FieldRule rule) implements TypeRule {}
}
