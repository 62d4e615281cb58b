package dev.sluice.compliance.scanning;

import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.judging.Judging;
import dev.sluice.compliance.judging.Scan;
import dev.sluice.compliance.live.LiveAccount;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.repair.Repairs;
import dev.sluice.compliance.rule.Rules;
import dev.sluice.guard.json.FileMistake;
import dev.sluice.guard.suppress.SuppressionFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * The environment that is looked at.
 *
 * @param account where it is
 * @param norm how it is to be
 * @param suppressions the text of a file of suppressions: what is to be lived with, until when, and why
 */
public record Watched(LiveAccount account, Norm norm, String suppressions) {

    /** How a mistake in the suppressions names what it is in. */
    private static final String SUPPRESSIONS = "the environment variable SUPPRESSIONS";

    /**
     * Looks at it.
     *
     * @param known every finding that earlier scans followed
     * @throws IllegalStateException where the suppressions do not read
     * @throws dev.sluice.handlers.port.Unavailable when what there is could not even be listed
     */
    Scan look(Collection<Tracked> known, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        try {
            var filed = SuppressionFile.read(SUPPRESSIONS, suppressions, today);
            var graph = account.read();
            var repairs = new Repairs(graph, norm, Judging.expectations(norm, today), Rules.ALL);
            return Scan.of(graph, known, norm, filed, repairs, now);
        } catch (FileMistake e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
