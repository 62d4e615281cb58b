package dev.sluice.compliance.port;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.Tracked;
import java.util.List;
import java.util.Optional;

/** Keeps every finding with its history. */
public interface FindingStore {

    /**
     * All findings that are known, open and resolved, in the order of their keys.
     *
     * @throws dev.sluice.handlers.port.Unavailable when they cannot be read
     */
    List<Tracked> findings();

    /**
     * One finding as it is known now.
     *
     * @throws dev.sluice.handlers.port.Unavailable when it cannot be read
     */
    Optional<Tracked> finding(FindingKey key);

    /**
     * Keeps what is known of a finding in place of what was.
     *
     * @throws dev.sluice.handlers.port.Unavailable when it may not be durable; keeping it again is safe
     */
    void keep(Tracked tracked);
}
