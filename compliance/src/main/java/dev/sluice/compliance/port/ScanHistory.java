package dev.sluice.compliance.port;

import dev.sluice.compliance.finding.ScanSummary;
import java.util.List;

/** Remembers every scan in numbers. */
public interface ScanHistory {

    /** How many scans a trend shows: not quite four days of hourly ones. */
    int TREND = 90;

    /**
     * The last scans, oldest first.
     *
     * @param most how many at most
     * @throws dev.sluice.handlers.port.Unavailable when they cannot be read
     */
    List<ScanSummary> latest(int most);

    /**
     * Keeps a scan; again is safe.
     *
     * @throws dev.sluice.handlers.port.Unavailable when it may not be durable
     */
    void keep(ScanSummary scan);
}
