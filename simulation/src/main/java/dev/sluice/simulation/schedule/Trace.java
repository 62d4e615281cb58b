package dev.sluice.simulation.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened, a line each, where somebody wants to read it. */
public final class Trace {

    private final Scheduler scheduler;
    private final boolean kept;
    private final List<String> lines = new ArrayList<>();

    public Trace(Scheduler scheduler, boolean kept) {
        this.scheduler = scheduler;
        this.kept = kept;
    }

    public void note(String who, Supplier<String> what) {
        if (kept) {
            lines.add("%11.3f  %-28s %s".formatted(scheduler.now() / 1000.0, who, what.get()));
        }
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
