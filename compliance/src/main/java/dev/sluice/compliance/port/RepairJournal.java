package dev.sluice.compliance.port;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.repair.Mode;
import dev.sluice.compliance.repair.Repair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what was repaired, what was not and why: one record for each finding, scan and mode. */
public interface RepairJournal {

    /**
     * What is recorded of a finding in a scan and mode.
     *
     * @throws dev.sluice.handlers.port.Unavailable when it cannot be read
     */
    Optional<Repair> find(FindingKey finding, Instant scan, Mode mode);

    /**
     * Records it, in place of what was recorded of the same finding, scan and mode.
     *
     * @throws dev.sluice.handlers.port.Unavailable when it may not be durable; recording it again is safe
     */
    void record(Repair repair);

    /**
     * Records how something ended that is recorded: its outcome, why, and when.
     *
     * @throws dev.sluice.handlers.port.Unavailable when it may not be durable; recording it again is safe
     */
    void ended(Repair repair);

    /**
     * The records of the latest scans, newest scan first.
     *
     * @param most at most so many, 1–1,000
     * @throws dev.sluice.handlers.port.Unavailable when they cannot be read
     */
    List<Repair> latest(int most);
}
