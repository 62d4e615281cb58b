package dev.sluice.guard.iam;

import java.util.List;

/**
 * A policy: statements, as far as they could be read.
 *
 * @param name what to call it: the address of the resource that holds it, or the name AWS gave it
 * @param statements those that could be read
 * @param missing what those that could not be read may say
 * @param variables whether <code>${aws:username}</code> in it is a variable; in a policy of version 2008-10-17, which is
 *     that of a policy without one, it is plain characters
 */
public record Policy(String name, List<Statement> statements, Missing missing, boolean variables) {

    public Policy {
        statements = List.copyOf(statements);
    }

    /** What the statements say that nobody here has read. */
    public enum Missing {
        /** There are none. */
        NOTHING,
        /** They may allow things and deny nothing, as AWS's own policies do. */
        ALLOWS,
        /** They may say anything. */
        ANYTHING
    }

    /** A policy of which everything is known. */
    public static Policy of(String name, List<Statement> statements) {
        return new Policy(name, statements, Missing.NOTHING, true);
    }

    /** A policy of which nothing is known. */
    public static Policy unread(String name) {
        return new Policy(name, List.of(), Missing.ANYTHING, true);
    }

    /** Whether every statement of it was read. */
    public boolean complete() {
        return missing == Missing.NOTHING;
    }
}
