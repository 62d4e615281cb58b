package dev.sluice.compliance.remediating;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.port.FindingStore;
import dev.sluice.compliance.port.RepairJournal;
import dev.sluice.compliance.port.RepairTarget;
import dev.sluice.compliance.port.RepairTarget.Present;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.repair.Outcome;
import dev.sluice.compliance.repair.Repair;
import dev.sluice.handlers.port.Unavailable;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One finding of one request: looked at once more, repaired where nothing has changed since the scan, and written down.
 *
 * <p>A repair is written down before it is made and again behind that. Where a function ended between the two, the next one
 * finds it made and says so; it makes none a second time.
 */
final class Repairing {

    private final FindingStore findings;
    private final RepairTarget target;
    private final RepairJournal journal;
    private final Norm norm;
    private final InstantSource clock;

    Repairing(FindingStore findings, RepairTarget target, RepairJournal journal, Norm norm, InstantSource clock) {
        this.findings = findings;
        this.target = target;
        this.journal = journal;
        this.norm = norm;
        this.clock = clock;
    }

    /**
     * What came of a finding; it is recorded. Empty where it was repaired before for the same scan.
     *
     * @throws Unavailable when it is to be tried again
     */
    Optional<Repair> repair(FindingKey finding, Asked asked) {
        var recorded = journal.find(finding, asked.scan(), asked.mode());
        // What was made is not made again for the same scan, even where somebody has undone it since.
        return recorded.filter(Repairing::isDone).isPresent()
                ? Optional.empty()
                : Optional.of(anew(finding, asked, recorded));
    }

    private static boolean isDone(Repair recorded) {
        return recorded.outcome() == Outcome.REPAIRED || recorded.outcome() == Outcome.ALREADY_SO;
    }

    private Repair anew(FindingKey finding, Asked asked, Optional<Repair> recorded) {
        var tracked = findings.finding(finding);
        if (tracked.isEmpty()) {
            return record(finding, asked, Optional.empty(), Outcome.NOT_KNOWN, "no scan has found it");
        }
        if (!tracked.get().isOpen()) {
            return record(finding, asked, Optional.empty(), Outcome.NOT_OPEN, "it is resolved");
        }
        return switch (tracked.get().proposal()) {
            case Proposal.ByHand ignored ->
                record(
                        finding,
                        asked,
                        Optional.empty(),
                        Outcome.BY_HAND,
                        "there is no repair for it; a person decides");
            case Proposal.Refused(var kind, var reason) ->
                record(finding, asked, Optional.empty(), Outcome.REFUSED, reason);
            case Planned planned -> planned(tracked.get(), planned, asked, recorded);
        };
    }

    private Repair planned(Tracked finding, Planned planned, Asked asked, Optional<Repair> recorded) {
        var present = target.present(planned);
        var decision = Decision.of(finding, planned, present, norm, asked.mode());
        if (decision instanceof Decision.AlreadySo && isOurs(recorded, planned)) {
            return ended(finding.key(), asked, planned, Outcome.REPAIRED, made(planned));
        }
        return Reasons.of(decision, planned, norm)
                .map(reason -> record(finding.key(), asked, Optional.of(planned), reason.outcome(), reason.said()))
                .orElseGet(() -> make(finding.key(), planned, asked));
    }

    /** Whether an earlier call made the change and only did not see it yet when it read it back. */
    private static boolean isOurs(Optional<Repair> recorded, Planned planned) {
        return recorded.filter(repair -> repair.outcome() == Outcome.NOT_SEEN)
                .flatMap(Repair::planned)
                .filter(planned::equals)
                .isPresent();
    }

    private Repair make(FindingKey finding, Planned planned, Asked asked) {
        record(finding, asked, Optional.of(planned), Outcome.BEGUN, "it is being changed to " + planned.after());
        target.change(planned);
        var seen = target.present(planned).map(Present::value);
        if (seen.filter(planned.after()::equals).isPresent()) {
            return ended(finding, asked, planned, Outcome.REPAIRED, made(planned));
        }
        ended(
                finding,
                asked,
                planned,
                Outcome.NOT_SEEN,
                "it was changed and is still " + seen.orElse("gone") + "; it is looked at again");
        throw new Unavailable("the repair of " + finding.id() + " does not show yet");
    }

    private static String made(Planned planned) {
        return "it was " + planned.before() + " and is " + planned.after();
    }

    private Repair record(FindingKey finding, Asked asked, Optional<Planned> planned, Outcome outcome, String said) {
        var repair = repair(finding, asked, planned, outcome, said);
        journal.record(repair);
        return repair;
    }

    private Repair ended(FindingKey finding, Asked asked, Planned planned, Outcome outcome, String said) {
        var repair = repair(finding, asked, Optional.of(planned), outcome, said);
        journal.ended(repair);
        return repair;
    }

    private Repair repair(FindingKey finding, Asked asked, Optional<Planned> planned, Outcome outcome, String said) {
        return new Repair(
                finding,
                asked.scan(),
                asked.mode(),
                planned,
                outcome,
                said,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                asked.by());
    }
}
