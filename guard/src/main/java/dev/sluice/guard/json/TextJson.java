package dev.sluice.guard.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * JSON in a text that has references in it, as a policy has: <code>{"Resource": "${aws_sqs_queue.orders.arn}"}</code>.
 *
 * <p>While JSON is read, each reference is one character from Unicode's private use area (U+F0000 on), which no policy
 * holds.
 */
public final class TextJson {

    private static final int FIRST = 0xF0000;
    private static final int MOST = 0xFFFD;

    private TextJson() {}

    /** What the text says; empty where it is not JSON. */
    public static Optional<Value> read(Value.Text text) {
        var references = new ArrayList<Reference>();
        var characters = new StringBuilder();
        boolean quoted = false;
        boolean open = text.literal().isEmpty();
        for (var piece : text.pieces()) {
            switch (piece) {
                case Piece.Literal(var literal) -> {
                    if (open && literal.codePoints().anyMatch(TextJson::standsForReference)) {
                        return Optional.empty();
                    }
                    characters.append(literal);
                    quoted = endsQuoted(literal, quoted);
                }
                case Piece.Symbol(var reference) -> {
                    if (references.size() == MOST) {
                        return Optional.empty();
                    }
                    // Where a reference stands for a whole value it is read as a text that holds nothing else.
                    characters
                            .append(quoted ? "" : "\"")
                            .appendCodePoint(FIRST + references.size())
                            .append(quoted ? "" : "\"");
                    references.add(reference);
                }
            }
        }
        try {
            return Optional.of(value(JsonReader.read(characters.toString()), references));
        } catch (NotJson notJson) {
            return Optional.empty();
        }
    }

    private static boolean standsForReference(int point) {
        return point >= FIRST && point < FIRST + MOST;
    }

    /** A value as JSON. What cannot be known is a reference in quotes, whatever it turns out to be. */
    public static Value write(Value value) {
        var pieces = new ArrayList<Piece>();
        write(value, pieces);
        return new Value.Text(pieces);
    }

    private static void write(Value value, List<Piece> into) {
        switch (value) {
            case Value.Absent ignored -> literal("null", into);
            case Value.Truth(var truth) -> literal(Boolean.toString(truth), into);
            case Value.Num(var number) -> literal(number.toPlainString(), into);
            case Value.Text(var pieces) -> {
                literal("\"", into);
                for (var piece : pieces) {
                    switch (piece) {
                        case Piece.Literal(var text) -> literal(escaped(text), into);
                        case Piece.Symbol symbol -> into.add(symbol);
                    }
                }
                literal("\"", into);
            }
            case Value.Unknown(var from) -> {
                literal("\"", into);
                if (from.isEmpty()) {
                    into.add(new Piece.Symbol(Value.NOTHING_KNOWN));
                }
                from.forEach(reference ->
                        into.add(new Piece.Symbol(new Reference(reference.address(), reference.attribute() + "~"))));
                literal("\"", into);
            }
            case Value.Items(var values) -> {
                literal("[", into);
                var between = "";
                for (var each : values) {
                    literal(between, into);
                    write(each, into);
                    between = ",";
                }
                literal("]", into);
            }
            case Value.Fields(var values) -> {
                literal("{", into);
                var between = "";
                for (var each : values.entrySet()) {
                    literal(between + "\"" + escaped(each.getKey()) + "\":", into);
                    write(each.getValue(), into);
                    between = ",";
                }
                literal("}", into);
            }
        }
    }

    private static void literal(String text, List<Piece> into) {
        into.add(new Piece.Literal(text));
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static boolean endsQuoted(String literal, boolean quotedBefore) {
        boolean quoted = quotedBefore;
        for (int at = 0; at < literal.length(); at++) {
            char here = literal.charAt(at);
            if (here == '"') {
                quoted = !quoted;
            } else if (here == '\\' && quoted) {
                at++;
            }
        }
        return quoted;
    }

    private static Value value(Json json, List<Reference> references) {
        return switch (json) {
            case Json.Obj(var members, var ignored) -> {
                var fields = new LinkedHashMap<String, Value>();
                // A name may be a reference too; it is written as one then.
                members.forEach(member ->
                        fields.put(text(member.name(), references).toString(), value(member.value(), references)));
                yield new Value.Fields(fields);
            }
            case Json.Arr(var items, var ignored) ->
                new Value.Items(
                        items.stream().map(item -> value(item, references)).toList());
            case Json.Str(var text, var ignored) -> text(text, references);
            case Json.Num(var number, var ignored) -> new Value.Num(number);
            case Json.Bool(var truth, var ignored) -> new Value.Truth(truth);
            case Json.Null ignored -> Value.absent();
        };
    }

    private static Value.Text text(String characters, List<Reference> references) {
        if (references.isEmpty()) {
            return Value.text(characters);
        }
        var pieces = new ArrayList<Piece>();
        characters.codePoints().forEach(point -> {
            int index = point - FIRST;
            pieces.add(
                    index >= 0 && index < references.size()
                            ? new Piece.Symbol(references.get(index))
                            : new Piece.Literal(Character.toString(point)));
        });
        return new Value.Text(pieces);
    }
}
