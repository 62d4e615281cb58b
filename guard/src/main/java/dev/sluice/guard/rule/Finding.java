package dev.sluice.guard.rule;

import dev.sluice.guard.graph.Place;

/**
 * What a rule says of one resource.
 *
 * @param rule the rule
 * @param verdict what it says
 * @param resource the resource's address; of what has none, such as a provider or all outputs, a name
 * @param place where that is written
 */
public record Finding(Card rule, Verdict verdict, String resource, Place place) {

    /** What a rule says. What it has nothing against it does not mention. */
    public sealed interface Verdict {

        /** The sentence: what is so, with the names and numbers of this resource. */
        String said();
    }

    /** The resource breaks the rule. */
    public record Broken(String said) implements Verdict {}

    /** Whether it does is decided by something that only a deploy tells. Neither a pass nor a failure. */
    public record CannotTell(String said) implements Verdict {}

    public boolean isBroken() {
        return verdict instanceof Broken;
    }
}
