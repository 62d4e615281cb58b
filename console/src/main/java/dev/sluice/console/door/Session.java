package dev.sluice.console.door;

import java.time.Instant;

/**
 * A browser that was let in.
 *
 * @param id what its cookie says
 * @param token what it shows in {@code x-console-token} when it acts: a page of another origin cannot read it
 */
record Session(String id, String token, Instant endsAt) {

    boolean mayAct(String shown) {
        return Tokens.same(token, shown);
    }

    /** Says nothing of what opens something: this must be safe to log. */
    @Override
    public String toString() {
        return "Session[" + endsAt + "]";
    }
}
