package dev.sluice.local.delivery;

import java.time.Instant;

/** One attempt to hand something over to a function; nobody else tries the same while its lease holds. */
interface Delivery {

    /** The function's name. */
    String function();

    /** What it is invoked with. */
    byte[] event();

    /** Names the invocation in the logs. */
    String requestId();

    /** Writes down that the function returned, with what. */
    void returned(byte[] answer, Instant now);

    /** Writes down that it threw or took too long, and why. */
    void failed(String reason, Instant now);
}
