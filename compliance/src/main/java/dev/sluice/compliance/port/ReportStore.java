package dev.sluice.compliance.port;

import java.time.Instant;

/** Keeps the report of every scan, for people and for programs. */
public interface ReportStore {

    /**
     * Keeps a report under the time of its scan, and as the latest one.
     *
     * @param json the report as programs read it
     * @param html the report as people read it: one file that needs nothing beside it
     * @throws dev.sluice.handlers.port.Unavailable when it may not be kept; keeping it again is safe
     */
    void keep(Instant scan, String json, String html);
}
