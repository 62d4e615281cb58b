package dev.sluice.cli.mapping;

/** Where a field's text comes from. */
public sealed interface Origin {

    /** The same text for every row. */
    record Constant(String text) implements Origin {}

    /** A CSV column, by its name in the header. */
    record Column(String name) implements Origin {}

    /** A CSV column, by its place; the first is 1. */
    record Position(int place) implements Origin {}

    /** A value in a JSON Lines row, by JSON Pointer (RFC 6901). */
    record Pointer(String pointer) implements Origin {}

    /** How a message names it. */
    default String described() {
        return switch (this) {
            case Constant(var text) -> "the constant '" + text + "'";
            case Column(var name) -> "column '" + name + "'";
            case Position(var place) -> "column " + place;
            case Pointer(var pointer) -> "'" + pointer + "'";
        };
    }
}
