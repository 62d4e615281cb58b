package dev.sluice.cli.replay;

import dev.sluice.cli.client.Answer.Refused;
import dev.sluice.cli.mapping.UnreadableCell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Accounts for every row of a replay while it runs. */
final class Ledger {

    private final RejectedFile rejectedFile;
    private final Totals totals = new Totals();
    private final Totals billed = new Totals();
    private final SortedMap<String, Long> rejected = new TreeMap<>();
    private final List<Sent> accepted = new ArrayList<>();
    private long read;

    Ledger(RejectedFile rejectedFile) {
        this.rejectedFile = rejectedFile;
    }

    synchronized void read() {
        read++;
    }

    synchronized void accepted(Sent sent, Tally tally) {
        accepted.add(sent);
        tally.own().ifPresent(totals::add);
        tally.billed().ifPresent(billed::add);
    }

    synchronized void unreadable(Row.Unreadable row) throws IOException {
        rejected.merge(UnreadableCell.CODE, 1L, Long::sum);
        rejectedFile.add(row, UnreadableCell.CODE, row.pointer(), row.detail());
    }

    /** Counts a row once, by its first reason, so that the numbers add up; all reasons are listed. */
    synchronized void refused(Row row, Refused answer) throws IOException {
        rejected.merge(answer.violations().getFirst().code(), 1L, Long::sum);
        for (var violation : answer.violations()) {
            rejectedFile.add(row, violation.code(), violation.pointer(), violation.detail());
        }
    }

    synchronized List<Sent> accepted() {
        return List.copyOf(accepted);
    }

    synchronized Summary summary(Settlement.Settled settled, double seconds) {
        return new Summary(
                read,
                accepted.size(),
                settled.duplicates(),
                new TreeMap<>(rejected),
                settled.stored(),
                settled.flagged(),
                settled.deadLettered(),
                settled.conflicts(),
                settled.unsettled(),
                totals.written(),
                billed.written(),
                seconds);
    }
}
