package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes texts of values. */
final class Texts {

    /** Longer than any document of an infrastructure: what doubles itself ends here. */
    static final int LONGEST = 2_000_000;

    private Texts() {}

    /** One text of several values; unknown where it would be longer than the guard reads. */
    static Value joined(List<Value> values) {
        var pieces = new ArrayList<Piece>();
        long length = 0;
        for (var value : values) {
            for (var piece : pieces(value)) {
                length += piece instanceof Piece.Literal(var text) ? text.length() : 1;
                if (length > LONGEST) {
                    return Value.unknown(values.toArray(Value[]::new));
                }
                pieces.add(piece);
            }
        }
        return new Value.Text(pieces);
    }

    /** What a value looks like in a text. What cannot be known is a symbol that equals nothing but itself. */
    static List<Piece> pieces(Value value) {
        return switch (value) {
            case Value.Text(var pieces) -> pieces;
            case Value.Absent ignored -> List.of();
            case Value.Num number -> literal(number.asText());
            case Value.Truth truth -> literal(truth.asText());
            case Value.Unknown(var from) -> open(from);
            case Value.Items items -> open(items.references());
            case Value.Fields fields -> open(fields.references());
        };
    }

    private static List<Piece> literal(Optional<String> text) {
        return text.<List<Piece>>map(characters -> List.of(new Piece.Literal(characters)))
                .orElseGet(List::of);
    }

    private static List<Piece> open(Set<Reference> from) {
        if (from.isEmpty()) {
            return List.of(new Piece.Symbol(Value.NOTHING_KNOWN));
        }
        return from.stream()
                .<Piece>map(reference -> new Piece.Symbol(made(reference)))
                .toList();
    }

    /** Something made of what a reference yields: it leads where the reference leads, and is not the same text. */
    private static Reference made(Reference reference) {
        return reference.attribute().endsWith("~")
                ? reference
                : new Reference(reference.address(), reference.attribute() + "~");
    }
}
