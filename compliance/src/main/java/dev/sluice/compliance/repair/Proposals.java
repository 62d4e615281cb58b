package dev.sluice.compliance.repair;

import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.guard.rule.Finding;

/** What can be done by itself about what is found. */
@FunctionalInterface
public interface Proposals {

    /** Where nothing is done by itself, people decide. */
    Proposals BY_HAND = finding -> new Proposal.ByHand();

    /** What can be done about a broken rule; the same for the same environment, however often it is asked. */
    Proposal of(Finding finding);
}
