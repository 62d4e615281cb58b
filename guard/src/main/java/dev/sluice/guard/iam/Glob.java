package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The comparison of a policy's pattern with a text, where either may have parts that only a deploy tells.
 *
 * <p>Two questions are asked. Whether it matches whatever the symbols turn out to be; then the answer is yes. Whether it
 * matches for anything that they may turn out to be; where not, the answer is no. Both are decided in one pass over a
 * table of pattern by text, so that no pattern takes longer than the product of the two lengths.
 *
 * <p>A star in one of an ARN's first five segments stays in its segment, and one in the last goes on over colons
 * (AWS, "IAM JSON policy elements: Resource", "Using wildcards in resource ARNs"; "Condition operators", on ArnLike).
 * Since that is documented as a recommendation for resources, and people have seen whole-text matching, a match that
 * needs such a star to cross a colon cannot be told.
 */
final class Glob {

    /** How a pattern is meant. */
    enum Mode {
        /** Stars are stars, and case matters. */
        TEXT(true, false, false),
        /** Stars are stars, and case does not matter. */
        ACTION(true, true, false),
        /** Stars stay in their segment of an ARN. */
        ARN(true, false, true),
        /** There are no stars. */
        EXACT(false, false, false),
        /** There are no stars, and case does not matter. */
        EXACT_ANY_CASE(false, true, false);

        private final boolean stars;
        private final boolean anyCase;
        private final boolean segments;

        Mode(boolean stars, boolean anyCase, boolean segments) {
            this.stars = stars;
            this.anyCase = anyCase;
            this.segments = segments;
        }
    }

    /** An attribute that begins so stands for exactly one character. */
    static final String ONE = "one-of-arn.";

    /** Longer than any ARN (2,048) or policy variable; what is longer is not compared. */
    private static final int LONGEST = 8_192;

    private static final int SEGMENTS = 5;

    private static final int STAR = -1;
    private static final int STAR_IN_SEGMENT = -2;
    private static final int ANY_CHARACTER = -3;
    private static final int FIRST_SYMBOL = -10;

    private final Mode mode;
    private final Map<Reference, Integer> symbols = new HashMap<>();
    private final Map<Integer, Reference> references = new HashMap<>();

    private Glob(Mode mode) {
        this.mode = mode;
    }

    /** Whether a pattern matches a text. */
    static Told matches(Value.Text pattern, Value.Text text, Mode mode) {
        return new Glob(mode).match(pattern, text);
    }

    private Told match(Value.Text pattern, Value.Text text) {
        var wanted = codes(pattern, true);
        var found = codes(text, false);
        if (wanted.length > LONGEST || found.length > LONGEST) {
            return Told.CANNOT_TELL;
        }
        // What both begin with and is one fixed text leaves the rest to decide, exactly.
        int start = 0;
        int shorter = Math.min(wanted.length, found.length);
        while (start < shorter && wanted[start] == found[start] && fixed(wanted[start])) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && wanted[wanted.length - 1 - end] == found[found.length - 1 - end]
                && fixed(wanted[wanted.length - 1 - end])) {
            end++;
        }
        var p = Arrays.copyOfRange(wanted, start, wanted.length - end);
        var t = Arrays.copyOfRange(found, start, found.length - end);
        if (p.length == 1 && p[0] == STAR) {
            return Told.YES;
        }
        if (!possible(p, t)) {
            return Told.NO;
        }
        return certain(p, t) ? Told.YES : Told.CANNOT_TELL;
    }

    /** Whether it matches whatever the symbols are. */
    private boolean certain(int[] pattern, int[] text) {
        var row = new boolean[text.length + 1];
        row[0] = true;
        for (int wanted : pattern) {
            boolean diagonal = row[0];
            boolean star = wanted == STAR || wanted == STAR_IN_SEGMENT;
            row[0] = star && row[0];
            for (int j = 1; j <= text.length; j++) {
                int found = text[j - 1];
                boolean above = row[j];
                row[j] = star
                        ? above || (row[j - 1] && (wanted == STAR || staysInSegment(found)))
                        : diagonal && (wanted == found || (wanted == ANY_CHARACTER && oneCharacter(found)));
                diagonal = above;
            }
        }
        return row[text.length];
    }

    /** Whether it matches for anything that the symbols may be. */
    private boolean possible(int[] pattern, int[] text) {
        var row = new boolean[text.length + 1];
        row[0] = true;
        for (int j = 1; j <= text.length; j++) {
            row[j] = row[j - 1] && anyLength(text[j - 1]);
        }
        for (int wanted : pattern) {
            boolean diagonal = row[0];
            boolean wide = anyLength(wanted);
            row[0] = wide && row[0];
            for (int j = 1; j <= text.length; j++) {
                int found = text[j - 1];
                boolean above = row[j];
                boolean open = anyLength(found);
                row[j] = (wide || open)
                        ? (above && (wide || mayHold(found, wanted)))
                                || (row[j - 1] && (open || mayHold(wanted, found)))
                        : diagonal && (wanted == found || !character(wanted) || !character(found));
                diagonal = above;
            }
        }
        return row[text.length];
    }

    private boolean fixed(int code) {
        return character(code) || (code <= FIRST_SYMBOL && !mayHoldStars(reference(code)));
    }

    /** What someone hands in may be a pattern; what AWS makes is none. */
    private static boolean mayHoldStars(Reference reference) {
        var address = reference.address();
        return address.startsWith("var.")
                || address.startsWith("local.")
                || address.startsWith("each.")
                || address.contains(".var.")
                || address.contains(".local.");
    }

    private static boolean character(int code) {
        return code >= 0;
    }

    private boolean anyLength(int code) {
        return code == STAR || code == STAR_IN_SEGMENT || (code <= FIRST_SYMBOL && !oneCharacter(code));
    }

    /** Whether something of any length may be what another is a part of: a region has no colons. */
    private boolean mayHold(int code, int part) {
        return part != ':' || code > FIRST_SYMBOL || !Canonical.isOne(reference(code));
    }

    private boolean oneCharacter(int code) {
        return character(code)
                || (code <= FIRST_SYMBOL && reference(code).attribute().startsWith(ONE));
    }

    private boolean staysInSegment(int code) {
        return character(code) ? code != ':' : oneCharacter(code) || Canonical.isOne(reference(code));
    }

    private Reference reference(int code) {
        var reference = references.get(code);
        if (reference == null) {
            throw new IllegalStateException("no symbol has the code " + code);
        }
        return reference;
    }

    private int code(Reference reference) {
        return symbols.computeIfAbsent(reference, fresh -> {
            int code = FIRST_SYMBOL - symbols.size();
            references.put(code, fresh);
            return code;
        });
    }

    private int[] codes(Value.Text text, boolean pattern) {
        int size = 0;
        for (var piece : text.pieces()) {
            size += piece instanceof Piece.Literal(var literal) ? literal.length() : 1;
        }
        var all = new int[size];
        int at = 0;
        for (var piece : text.pieces()) {
            at = switch (piece) {
                case Piece.Literal(var literal) -> characters(literal, pattern, all, at);
                case Piece.Symbol(var reference) -> {
                    all[at] = code(reference);
                    yield at + 1;
                }
            };
        }
        var codes = at == size ? all : Arrays.copyOf(all, at);
        if (pattern && mode.segments) {
            keepInSegments(codes);
        }
        return codes;
    }

    private int characters(String literal, boolean pattern, int[] into, int from) {
        int at = from;
        for (int i = 0; i < literal.length(); i++) {
            char character = literal.charAt(i);
            if (pattern && Variables.isEscape(literal, i)) {
                into[at++] = literal.charAt(i + 2);
                i += 3;
            } else if (pattern && mode.stars && character == '*') {
                // Two stars in a row say what one says.
                if (at == 0 || into[at - 1] != STAR) {
                    into[at++] = STAR;
                }
            } else if (pattern && mode.stars && character == '?') {
                into[at++] = ANY_CHARACTER;
            } else {
                into[at++] = mode.anyCase ? Character.toLowerCase(character) : character;
            }
        }
        return at;
    }

    private static void keepInSegments(int[] codes) {
        long colons = Arrays.stream(codes).filter(code -> code == ':').count();
        long last = Math.min(SEGMENTS, colons);
        int segment = 0;
        for (int i = 0; i < codes.length && segment < last; i++) {
            if (codes[i] == ':') {
                segment++;
            } else if (codes[i] == STAR) {
                codes[i] = STAR_IN_SEGMENT;
            }
        }
    }
}
