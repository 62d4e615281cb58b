package dev.sluice.guard.graph;

import java.util.function.Supplier;

/** An answer that may be that it cannot be told (Kleene's strong three-valued logic). */
public enum Told {
    YES,
    NO,
    CANNOT_TELL;

    public static Told of(boolean answer) {
        return answer ? YES : NO;
    }

    /** Yes where both are; no where either is. */
    public Told and(Told other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES ? other : CANNOT_TELL;
    }

    /** {@link #and(Told)}, where the other is only asked for when this does not settle it. */
    public Told and(Supplier<Told> other) {
        return this == NO ? NO : and(other.get());
    }

    /** Yes where either is; no where both are. */
    public Told or(Told other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == NO ? other : CANNOT_TELL;
    }

    /** {@link #or(Told)}, where the other is only asked for when this does not settle it. */
    public Told or(Supplier<Told> other) {
        return this == YES ? YES : or(other.get());
    }

    public Told not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case CANNOT_TELL -> CANNOT_TELL;
        };
    }
}
