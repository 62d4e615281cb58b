package dev.sluice.guard.graph;

import java.util.Set;
import java.util.TreeSet;

/**
 * A call of a module that is not in the tree: what it makes of what it is given is not known.
 *
 * @param address the call
 * @param given what it is given, as far as that are references
 */
public record Elsewhere(String address, Set<Reference> given) {
    public Elsewhere {
        given = Set.copyOf(new TreeSet<>(given));
    }
}
