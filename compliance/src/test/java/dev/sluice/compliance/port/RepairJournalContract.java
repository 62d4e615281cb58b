package dev.sluice.compliance.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.compliance.repair.Mode;
import dev.sluice.compliance.repair.Outcome;
import dev.sluice.compliance.repair.Repair;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every journal of repairs keeps to. */
public abstract class RepairJournalContract {

    private static final Instant SCAN = Instant.parse("2026-01-05T10:00:00Z");
    private static final FindingKey TABLE =
            new FindingKey("dynamodb-no-point-in-time-recovery", "aws_dynamodb_table.t");
    private static final Planned PLANNED = new Planned(RepairKind.POINT_IN_TIME_RECOVERY, "arn:t", "off", "on");

    /** An empty journal. */
    protected abstract RepairJournal journal();

    @Test
    @DisplayName("finds what was recorded, by its finding, scan and mode")
    void finds() {
        var begun = repair(TABLE, SCAN, Mode.APPLY, Outcome.BEGUN);
        journal().record(begun);
        assertThat(journal().find(TABLE, SCAN, Mode.APPLY)).hasValue(begun);
        assertThat(journal().find(TABLE, SCAN, Mode.DRY_RUN)).isEmpty();
        assertThat(journal().find(TABLE, SCAN.plusMillis(1), Mode.APPLY)).isEmpty();
    }

    @Test
    @DisplayName("keeps what nothing was planned for")
    void keepsWhatHasNoPlan() {
        var unknown = new Repair(
                TABLE,
                SCAN,
                Mode.DRY_RUN,
                Optional.empty(),
                Outcome.NOT_KNOWN,
                "no scan has found it",
                SCAN,
                "someone");
        journal().record(unknown);
        assertThat(journal().find(TABLE, SCAN, Mode.DRY_RUN)).hasValue(unknown);
    }

    @Test
    @DisplayName("keeps one record of the same, with how it ended, and what was and became of it")
    void keepsTheEnd() {
        journal().record(repair(TABLE, SCAN, Mode.APPLY, Outcome.BEGUN));
        var repaired = repair(TABLE, SCAN, Mode.APPLY, Outcome.REPAIRED);
        journal().ended(repaired);
        journal().ended(repaired);
        assertThat(journal().latest(10)).containsExactly(repaired);
    }

    @Test
    @DisplayName("tells the latest scans first, and no more than asked for")
    void tellsTheLatest() {
        for (int hour = 0; hour < 3; hour++) {
            journal().record(repair(TABLE, SCAN.plusSeconds(3_600L * hour), Mode.DRY_RUN, Outcome.WOULD_REPAIR));
        }
        assertThat(journal().latest(2))
                .extracting(Repair::scan)
                .containsExactly(SCAN.plusSeconds(7_200), SCAN.plusSeconds(3_600));
    }

    private static Repair repair(FindingKey finding, Instant scan, Mode mode, Outcome outcome) {
        return new Repair(
                finding, scan, mode, Optional.of(PLANNED), outcome, "because", scan.plusMillis(1_500), "someone");
    }
}
