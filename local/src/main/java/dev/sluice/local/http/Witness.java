package dev.sluice.local.http;

import java.util.Optional;

/** Sees what the front answers on the blueprint's routes. It is called on the way of each request, and must be quick. */
public interface Witness {

    /** Nobody looks. */
    Witness NONE = answered -> {};

    /** An answer is about to be sent. It may be thrown away; nothing waits for it. */
    void saw(Answered answered);

    /**
     * A request and its answer.
     *
     * @param function behind the route
     * @param source that the address names, as sent and decoded; empty where it names none
     * @param status of the answer
     * @param sent the request's body; empty where it was not read
     * @param answer the answer's body
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Answered(String function, Optional<String> source, int status, byte[] sent, byte[] answer) {

        /** Says nothing of the bodies: this must be safe to log. */
        @Override
        public String toString() {
            return "Answered[" + function + ", " + status + "]";
        }
    }
}
