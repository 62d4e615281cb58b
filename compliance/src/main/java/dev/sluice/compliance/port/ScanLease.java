package dev.sluice.compliance.port;

import java.time.Instant;

/** The right to scan an environment, which one has at a time. */
public interface ScanLease {

    /**
     * Takes it. Of many who try at the same moment one gets it; whose it is already gets it again, until then.
     *
     * @param scan by what the scan is called, at most 100 characters: all attempts at one are called the same, so that one
     *     whose process died does not stand in its own way
     * @param now the present time, to the millisecond
     * @param until when it ends by itself, to the millisecond: at that very moment it is free
     * @return whether it is the caller's now
     * @throws dev.sluice.handlers.port.Unavailable when it may or may not be; then it is free at {@code until} at the latest
     */
    boolean take(String scan, Instant now, Instant until);

    /**
     * Gives it back, where it is still that scan's; whose it is not loses nothing by that.
     *
     * @throws dev.sluice.handlers.port.Unavailable when it may not be free; then it ends by itself
     */
    void release(String scan, Instant now);
}
