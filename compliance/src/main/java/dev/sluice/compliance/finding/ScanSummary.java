package dev.sluice.compliance.finding;

import dev.sluice.guard.rule.Severity;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * One scan in numbers.
 *
 * @param at when it was made, to the millisecond; no two scans of an environment have the same
 * @param open how many findings are open after it, by severity; every severity is there
 * @param resources how many resources were looked at
 * @param fresh how many findings were new
 * @param returned how many came back after they had been resolved
 * @param resolved how many were no longer found
 * @param cannotTell of how many it could not be told whether they are so
 * @param notRead how many parts of the environment could not be read
 * @param suppressed how many somebody decided to live with
 */
public record ScanSummary(
        Instant at,
        Map<Severity, Integer> open,
        int resources,
        int fresh,
        int returned,
        int resolved,
        int cannotTell,
        int notRead,
        int suppressed) {

    public ScanSummary {
        var all = new EnumMap<Severity, Integer>(Severity.class);
        for (var severity : Severity.values()) {
            all.put(severity, open.getOrDefault(severity, 0));
        }
        open = Map.copyOf(all);
    }

    /** How many findings of a severity are open. */
    public int open(Severity severity) {
        return open.getOrDefault(severity, 0);
    }

    /** How many findings of all severities are open. */
    public int openOfAll() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }
}
