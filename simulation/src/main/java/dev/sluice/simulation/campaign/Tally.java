package dev.sluice.simulation.campaign;

import dev.sluice.simulation.fault.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What many runs come to together. */
public final class Tally {

    private final Map<Kind, Long> faults = new EnumMap<>(Kind.class);
    private long runs;
    private long faulty;
    private long failed;
    private long calls;
    private long millis;

    /** Adds one run. */
    public void add(Trial trial) {
        runs++;
        calls += trial.calls();
        millis += trial.millis();
        if (!trial.faults().isEmpty()) {
            faulty++;
        }
        if (trial.broken().isPresent()) {
            failed++;
        }
        trial.faults().forEach((kind, count) -> faults.merge(kind, count, Long::sum));
    }

    public long runs() {
        return runs;
    }

    public long failed() {
        return failed;
    }

    /** How many faults of that kind. */
    public long faults(Kind kind) {
        return faults.getOrDefault(kind, 0L);
    }

    /** A table for a person. */
    public String table(Duration took) {
        var text = new StringBuilder();
        row(text, "runs", runs);
        row(text, "runs with faults", faulty);
        row(text, "runs that broke a law", failed);
        row(text, "calls", calls);
        row(text, "faults", faults.values().stream().mapToLong(Long::longValue).sum());
        faults.forEach((kind, count) -> row(text, "  " + kind, count));
        row(text, "virtual hours", millis / 3_600_000);
        text.append(String.format(Locale.ROOT, "%-52s %,14.1f%n", "seconds", took.toMillis() / 1000.0));
        return text.toString();
    }

    private static void row(StringBuilder text, String name, long value) {
        text.append(String.format(Locale.ROOT, "%-52s %,14d%n", name, value));
    }
}
