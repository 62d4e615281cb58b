package dev.sluice.domain.policy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What one source's transactions are held to beyond the rules for all.
 *
 * @param zone where the source's days begin and end
 * @param longestAge how far behind {@code occurredAt} may lie; none for imports
 * @param limits how much one transaction may be
 */
public record Policy(ZoneId zone, Optional<Duration> longestAge, Limits limits) {

    /** A policy that refuses nothing for its age or size; what was accepted once passes it again. */
    public static Policy unlimited(ZoneId zone) {
        return new Policy(zone, Optional.empty(), Limits.none());
    }
}
