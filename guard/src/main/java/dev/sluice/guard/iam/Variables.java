package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The variables of a policy, such as <code>${aws:username}</code>, put in from the request (AWS, "IAM policy elements:
 * Variables and tags").
 *
 * <p>What comes out has no variables but <code>${*}</code>, <code>${?}</code> and <code>${$}</code>, which stand for the
 * characters themselves.
 */
final class Variables {

    private Variables() {}

    /** Whether one of the three escapes begins here. */
    static boolean isEscape(String literal, int at) {
        return at + 3 < literal.length()
                && literal.charAt(at) == '$'
                && literal.charAt(at + 1) == '{'
                && literal.charAt(at + 3) == '}'
                && "*?$".indexOf(literal.charAt(at + 2)) >= 0;
    }

    /**
     * A pattern with its variables put in; empty where the request surely lacks one, as then nothing matches.
     *
     * @param known whether the policy's version knows variables
     */
    static Optional<Value.Text> filled(Value.Text pattern, Context context, boolean known) {
        if (pattern.pieces().stream().noneMatch(Variables::mayHoldOne)) {
            return Optional.of(pattern);
        }
        var pieces = new ArrayList<Piece>();
        for (var piece : pattern.pieces()) {
            switch (piece) {
                case Piece.Symbol symbol -> pieces.add(symbol);
                case Piece.Literal(var literal) -> {
                    if (!known) {
                        pieces.add(new Piece.Literal(literal.replace("${", "${$}{")));
                    } else if (!fill(literal, context, pieces)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(new Value.Text(pieces));
    }

    private static boolean mayHoldOne(Piece piece) {
        return piece instanceof Piece.Literal(var literal) && literal.contains("${");
    }

    private static boolean fill(String literal, Context context, List<Piece> into) {
        int from = 0;
        for (int at = literal.indexOf("${"); at >= 0; at = literal.indexOf("${", from)) {
            int end = literal.indexOf('}', at);
            if (end < 0) {
                break;
            }
            into.add(new Piece.Literal(literal.substring(from, at)));
            if (isEscape(literal, at)) {
                into.add(new Piece.Literal(literal.substring(at, end + 1)));
            } else if (!put(literal.substring(at + 2, end), context, into)) {
                return false;
            }
            from = end + 1;
        }
        into.add(new Piece.Literal(literal.substring(from)));
        return true;
    }

    private static boolean put(String variable, Context context, List<Piece> into) {
        int comma = variable.indexOf(',');
        var key = (comma < 0 ? variable : variable.substring(0, comma)).strip();
        var values = context.values(key);
        if (values.isPresent() && values.get().size() == 1) {
            values.get().getFirst().pieces().forEach(piece -> into.add(asItIs(piece)));
            return true;
        }
        if (context.lacks(key)) {
            if (comma < 0) {
                return false;
            }
            var otherwise = variable.substring(comma + 1).strip();
            boolean quoted = otherwise.length() > 1 && otherwise.startsWith("'") && otherwise.endsWith("'");
            into.add(asItIs(new Piece.Literal(quoted ? otherwise.substring(1, otherwise.length() - 1) : otherwise)));
            return true;
        }
        into.add(new Piece.Symbol(new Reference("${" + key + "}", "")));
        return true;
    }

    private static Piece asItIs(Piece piece) {
        return switch (piece) {
            case Piece.Literal(var literal) ->
                new Piece.Literal(
                        literal.replace("$", "${$}").replace("*", "${*}").replace("?", "${?}"));
            case Piece.Symbol symbol -> symbol;
        };
    }
}
