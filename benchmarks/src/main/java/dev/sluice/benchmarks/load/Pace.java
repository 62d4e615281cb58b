package dev.sluice.benchmarks.load;

/** When each request is to be sent. */
public sealed interface Pace {

    /** As soon as a connection is free: as much as goes through. A closed loop. */
    record AsFastAsItGoes() implements Pace {}

    /**
     * At its own time, whether those before have been answered or not. An open loop; a request that finds no free
     * connection is late, and its latency counts from when it should have gone.
     */
    record Even(double perSecond) implements Pace {}

    /** How many nanoseconds after the first one that request is to be sent; 0 for as soon as can be. */
    default long dueAfter(int request) {
        return switch (this) {
            case AsFastAsItGoes ignored -> 0L;
            case Even even -> (long) (request * 1e9 / even.perSecond);
        };
    }
}
