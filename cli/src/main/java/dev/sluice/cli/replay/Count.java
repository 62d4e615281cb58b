package dev.sluice.cli.replay;

import java.time.Instant;
import java.util.List;

/** Counts how rows ended, and decides it for the rows of one id at a time. */
final class Count {

    private long stored;
    private long flagged;
    private long duplicates;
    private long conflicts;
    private long deadLettered;

    /**
     * Decides for all rows of one id, or for none yet.
     *
     * @param quiet whether nothing waited any more when the fate was asked for, so that it will not change
     * @return whether it is decided
     */
    boolean decide(List<Sent> rows, Fate fate, boolean quiet, Instant startedAt) {
        if (!quiet && !rows.stream().allMatch(row -> (isStored(row, fate) && fate.assessed()) || isConflict(row, fate))) {
            return false;
        }
        if (fate.storedFrom().isEmpty()) {
            deadLettered += rows.size();
            return true;
        }
        var claimed = 0L;
        var others = 0L;
        var lost = false;
        for (var row : rows) {
            if (isStored(row, fate) && claimed == 0) {
                claimed = 1;
            } else if (isConflict(row, fate)) {
                conflicts++;
            } else {
                others++;
                lost |= row.maybeBefore();
            }
        }
        // The answer to the request that was stored got lost, and a later one of this replay was answered instead.
        if (claimed == 0 && lost && !fate.storedFrom().get().isBefore(Fate.millis(startedAt))) {
            claimed = 1;
            others--;
        }
        stored += claimed;
        duplicates += others;
        flagged += fate.flagged() ? claimed : 0;
        return true;
    }

    Settlement.Settled settled(long unsettled) {
        return new Settlement.Settled(stored, flagged, duplicates, conflicts, deadLettered, unsettled);
    }

    private static boolean isStored(Sent row, Fate fate) {
        return fate.storedFrom().filter(Fate.millis(row.receivedAt())::equals).isPresent();
    }

    private static boolean isConflict(Sent row, Fate fate) {
        return fate.conflicts().contains(Fate.millis(row.receivedAt()));
    }
}
