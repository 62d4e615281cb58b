package dev.sluice.compliance.remediating;

import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.port.RepairTarget.Present;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.repair.Mode;
import dev.sluice.compliance.repair.Wording;
import java.util.List;
import java.util.Optional;

/** What is done about a planned repair, when its resource has been looked at once more. */
sealed interface Decision {

    /**
     * Nothing: it does not bear the environment's tags.
     *
     * @param lacking the tags that say whose it is and do not say that it is the environment's
     */
    record NotOurs(List<String> lacking) implements Decision {}

    /** Nothing: it is as it is to be. */
    record AlreadySo() implements Decision {}

    /** Nothing any more: it was repaired, or resolved, and came back so often. */
    record ComesBack(int returns) implements Decision {}

    /**
     * Nothing before the next scan: it is neither as it was nor as it is to be.
     *
     * @param now how it is; empty where there is no such resource any more
     */
    record ChangedMeanwhile(Optional<String> now) implements Decision {}

    /** Nothing: something speaks against it. */
    record Hindered(String why) implements Decision {}

    /** It is told what would be done. */
    record DryRun() implements Decision {}

    /** It is repaired. */
    record Repair() implements Decision {}

    /** Decides. */
    static Decision of(Tracked finding, Planned planned, Optional<Present> present, Norm norm, Mode mode) {
        if (present.isEmpty()) {
            return new ChangedMeanwhile(Optional.empty());
        }
        var seen = present.get();
        var foreign = Wording.foreign(seen.tags(), norm);
        if (!foreign.isEmpty()) {
            return new NotOurs(foreign);
        }
        if (seen.value().equals(planned.after())) {
            return new AlreadySo();
        }
        if (finding.keepsComingBack()) {
            return new ComesBack(finding.returns());
        }
        if (!seen.value().equals(planned.before())) {
            return new ChangedMeanwhile(Optional.of(seen.value()));
        }
        if (seen.hindrance().isPresent()) {
            return new Hindered(seen.hindrance().get());
        }
        return switch (mode) {
            case DRY_RUN -> new DryRun();
            case APPLY -> new Repair();
        };
    }
}
