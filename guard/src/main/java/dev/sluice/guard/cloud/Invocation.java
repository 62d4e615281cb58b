package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;

/**
 * That something calls a function.
 *
 * @param by the resource that says so: a subscription, a mapping, an integration
 * @param named the function, and what of it is called
 * @param way how it is called, which decides what becomes of a failure
 */
public record Invocation(Resource by, Functions.Named named, Way way) {

    /** How a function is called. */
    public enum Way {
        /** Lambda's own queue takes the event; what fails three times is gone unless the function has a target for it. */
        ASYNCHRONOUS,
        /** The caller waits, and learns of a failure. */
        SYNCHRONOUS,
        /** Lambda reads a queue or stream for the function; the mapping or the queue decides what becomes of a failure. */
        POLLED
    }
}
