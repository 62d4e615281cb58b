package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * What working out a configuration may take: steps, and how deep one lies in another. A few lines can ask for more than
 * any machine has, by loops in loops or by names that double what they stand for; what is beyond is unknown.
 */
final class Effort {

    /** Deeper than anybody's expressions and locals go, and shallow enough for an evaluation that calls itself. */
    private static final int DEEPEST = 300;

    /** Ten times what a configuration of 5,000 resources takes, and some seconds of work. */
    private static final long MOST_STEPS = 20_000_000;

    /** The parts of one value, a thing that is in it twice counted twice: more than any document has. */
    private static final int MOST_PARTS = 100_000;

    /** So many characters are as much as a part. */
    private static final int CHARACTERS = 200;

    /** A block that asks for more leaves nothing of the others out. */
    private static final long MOST_STEPS_OF_A_BLOCK = 2_000_000;

    private int depth;
    private long steps;
    private long allowed = MOST_STEPS_OF_A_BLOCK;
    private boolean exceeded;

    /** Whether there was more to do than was done. */
    boolean isExceeded() {
        return exceeded;
    }

    /** Begins with another block, which has steps of its own as long as the whole has any. */
    void begins() {
        allowed = Math.min(MOST_STEPS, steps + MOST_STEPS_OF_A_BLOCK);
    }

    /** Takes some steps; false where none are left. */
    boolean takes(long more) {
        if (steps + more > allowed) {
            exceeded = true;
            return false;
        }
        steps += more;
        return true;
    }

    /** Takes a step into something; false where that would be too deep, and then {@link #leave} is not to be called. */
    boolean enters() {
        if (depth >= DEEPEST || !takes(1)) {
            return false;
        }
        depth++;
        return true;
    }

    /** Takes a step into something that is merely written, which costs nothing: there is no more of it than was read. */
    boolean entersWritten() {
        if (depth >= DEEPEST) {
            return false;
        }
        depth++;
        return true;
    }

    void leave() {
        depth--;
    }

    /** A value, or something unknown where it is larger than any that is meant. */
    Value bounded(Value value) {
        if (!(value instanceof Value.Items) && !(value instanceof Value.Fields) && !(value instanceof Value.Text)) {
            return value;
        }
        var weight = new Weight();
        boolean fits = weight.takes(value, 0);
        // What is looked through costs less than what is worked out.
        return takes(weight.parts / 16) && fits ? value : new Value.Unknown(weight.references);
    }

    /** How many parts a value has, counted until they are too many. */
    private static final class Weight {

        private final Set<Reference> references = new HashSet<>();
        private long parts;

        private boolean takes(Value value, int depth) {
            parts++;
            if (parts > MOST_PARTS || depth > DEEPEST) {
                return false;
            }
            return switch (value) {
                case Value.Absent ignored -> true;
                case Value.Truth ignored -> true;
                case Value.Num ignored -> true;
                case Value.Unknown(var from) -> {
                    references.addAll(from);
                    parts += from.size();
                    yield true;
                }
                case Value.Text(var pieces) -> {
                    for (var piece : pieces) {
                        switch (piece) {
                            case Piece.Literal(var text) -> parts += text.length() / CHARACTERS;
                            case Piece.Symbol(var reference) -> {
                                references.add(reference);
                                parts++;
                            }
                        }
                    }
                    yield true;
                }
                case Value.Items(var values) -> values.stream().allMatch(each -> takes(each, depth + 1));
                case Value.Fields(var values) -> values.values().stream().allMatch(each -> takes(each, depth + 1));
            };
        }
    }
}
