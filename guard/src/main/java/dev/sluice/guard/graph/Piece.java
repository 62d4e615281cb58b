package dev.sluice.guard.graph;

/** A part of a text: characters, or what something else turns out to be. */
public sealed interface Piece {

    /** Characters that are known. */
    record Literal(String text) implements Piece {
        @Override
        public String toString() {
            return text;
        }
    }

    /** What a reference stands for, which only a deploy tells. The same reference is the same text every time. */
    record Symbol(Reference reference) implements Piece {
        @Override
        public String toString() {
            return "${" + reference + "}";
        }
    }
}
