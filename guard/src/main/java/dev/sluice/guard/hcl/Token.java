package dev.sluice.guard.hcl;

/** A word, number, text or sign of an expression. */
sealed interface Token {

    /** A name. */
    record Word(String text) implements Token {}

    /** A number as written. */
    record Digits(String text) implements Token {}

    /** What is between quotes, escapes not yet undone. */
    record Quoted(String raw) implements Token {}

    /** The lines of a heredoc. */
    record Heredoc(String text) implements Token {}

    /** A sign: an operator, a bracket, a comma, or a line's end. */
    record Sign(String text) implements Token {}
}
