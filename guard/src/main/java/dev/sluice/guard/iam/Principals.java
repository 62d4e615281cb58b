package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Value;
import java.util.List;

/**
 * Whom a statement of a resource's policy is about.
 *
 * @param except whether everyone is meant but those named, as in {@code NotPrincipal}
 * @param names those named
 * @param whole whether that is all of them; false where the element has parts that cannot be read
 */
public record Principals(boolean except, List<Name> names, boolean whole) {

    public Principals {
        names = List.copyOf(names);
    }

    /** The kinds a policy knows; a star that stands alone is every {@link #AWS} name there is. */
    public enum Kind {
        AWS,
        SERVICE,
        FEDERATED,
        CANONICAL_USER
    }

    /**
     * One principal's name.
     *
     * @param kind what it names
     * @param text the name: an ARN, an account's number, a service's domain, or a star
     */
    public record Name(Kind kind, Value.Text text) {}
}
