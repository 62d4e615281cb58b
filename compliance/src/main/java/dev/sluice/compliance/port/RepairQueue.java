package dev.sluice.compliance.port;

import java.time.Instant;

/** Takes requests to repair what a scan found. */
public interface RepairQueue {

    /**
     * Requests that what a scan found be repaired, as far as it is planned.
     *
     * @param scan when that scan was made
     * @throws dev.sluice.handlers.port.Unavailable when it may not be requested; requesting it again is safe
     */
    void request(Instant scan);
}
