package dev.sluice.domain.validation;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A change to a draft of which it is known which rules it breaks where.
 *
 * @param touches the fields it writes or leaves out; changes that touch one field do not go together
 * @param breaks the rules it breaks in that draft
 * @param silences the rules that cannot be decided any more
 */
record Change(
        String name,
        List<List<String>> touches,
        Function<Draft, Set<Broken>> breaks,
        Set<Broken> silences,
        UnaryOperator<Draft> make) {

    /** A rule, broken at a place. */
    record Broken(String code, String pointer) {

        static Broken of(Violation violation) {
            return new Broken(violation.code(), violation.pointer());
        }
    }

    boolean goesWith(Change other) {
        return touches.stream()
                .noneMatch(mine -> other.touches.stream()
                        .anyMatch(theirs -> Draft.begins(mine, theirs) || Draft.begins(theirs, mine)));
    }

    @Override
    public String toString() {
        return name;
    }
}
