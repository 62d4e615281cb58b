package dev.sluice.compliance.finding;

import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.guard.rule.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One finding over all scans.
 *
 * @param title what is wrong, as the rule says it
 * @param said what the rule said of this resource when it was seen last
 * @param firstSeen the scan that found it first
 * @param lastSeen the last scan that found it
 * @param resolvedAt the scan that no longer found it; empty while it is open
 * @param returns how often it was found again after it had been resolved
 * @param proposal what can be done about it by itself
 */
public record Tracked(
        FindingKey key,
        Severity severity,
        String title,
        String said,
        Instant firstSeen,
        Instant lastSeen,
        Optional<Instant> resolvedAt,
        int returns,
        Proposal proposal) {

    /** What came back so often is changed by somebody who does not know of this: a person finds out who. */
    private static final int MOST_RETURNS = 3;

    /** The gravest first, and of as grave ones each in its place: what is told or read first. */
    public static final Comparator<Tracked> GRAVEST_FIRST =
            Comparator.comparing(Tracked::severity).reversed().thenComparing(Tracked::key);

    public Tracked {
        if (returns < 0) {
            throw new IllegalArgumentException("a finding comes back 0 times or more, not " + returns);
        }
        if (lastSeen.isBefore(firstSeen)) {
            throw new IllegalArgumentException("a finding is not seen last before it is seen first");
        }
    }

    public boolean isOpen() {
        return resolvedAt.isEmpty();
    }

    /** Whether it came back so often that it is no longer repaired: it has a cause that a repair does not reach. */
    public boolean keepsComingBack() {
        return returns >= MOST_RETURNS;
    }
}
