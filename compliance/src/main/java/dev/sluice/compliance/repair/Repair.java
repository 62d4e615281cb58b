package dev.sluice.compliance.repair;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.proposal.Proposal;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of one finding in one request to repair.
 *
 * @param finding what was to be repaired
 * @param scan the scan that the request is about; with the finding and the mode it is what makes two records the same
 * @param planned what was to be changed, with what was and what becomes; empty where nothing was
 * @param said why, as one sentence for people
 * @param at when, to the millisecond
 * @param askedBy who sent the request, as the queue knows it
 */
public record Repair(
        FindingKey finding,
        Instant scan,
        Mode mode,
        Optional<Proposal.Planned> planned,
        Outcome outcome,
        String said,
        Instant at,
        String askedBy) {}
