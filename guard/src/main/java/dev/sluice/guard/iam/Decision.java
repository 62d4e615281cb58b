package dev.sluice.guard.iam;

import java.util.Optional;

/** What AWS would answer to a request. */
public sealed interface Decision {

    /** It may. */
    record Allowed(By by) implements Decision {}

    /**
     * It may not.
     *
     * @param by the statement that denies it; empty where merely nothing allows it
     */
    record Denied(Optional<By> by) implements Decision {}

    /**
     * Only a deploy decides.
     *
     * @param why what cannot be known, as a clause
     */
    record CannotTell(String why) implements Decision {}

    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    default boolean isDenied() {
        return this instanceof Denied;
    }
}
