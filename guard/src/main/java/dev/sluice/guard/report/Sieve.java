package dev.sluice.guard.report;

import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.suppress.Suppression;
import java.time.LocalDate;
import java.util.List;

/**
 * What decides which findings count.
 *
 * @param least the least that is told
 * @param suppressions from files; what a resource says of itself is found in it
 * @param baseline what was known before
 * @param today the day it is
 */
public record Sieve(Severity least, List<Suppression> suppressions, Baseline baseline, LocalDate today) {
    public Sieve {
        suppressions = List.copyOf(suppressions);
    }
}
