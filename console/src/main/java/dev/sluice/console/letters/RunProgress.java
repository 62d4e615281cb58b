package dev.sluice.console.letters;

import dev.sluice.local.delivery.Redrive;
import dev.sluice.local.redriving.Listener;
import dev.sluice.local.redriving.Redriven;
import dev.sluice.local.redriving.Time;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows one run, in the run's thread, and tells others how it stands, now and then. */
final class RunProgress implements Listener {

    /** How many outcomes are listed at most, which is as many as there can be: what a dry run told of, and no more, is redriven. */
    static final int MOST_LISTED = Redrive.MOST;

    /** Four a second and the last one are no more than five. */
    static final Duration BETWEEN_UPDATES = Duration.ofMillis(250);

    private final Time time;
    private final Consumer<RunView> updates;
    private final Map<Long, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private volatile RunView view;
    private long toldAt;

    RunProgress(String id, boolean dryRun, int letters, Time time, Consumer<RunView> updates) {
        this.time = time;
        this.updates = updates;
        var first = dryRun ? RunView.Phase.LOOKING : RunView.Phase.REDRIVING;
        this.view = new RunView(id, dryRun, first, 0, letters, Optional.empty(), List.of(), Map.of(), Optional.empty());
        this.toldAt = time.nanos() - BETWEEN_UPDATES.toNanos();
    }

    /** How it stands now; may be asked by any thread. */
    RunView view() {
        return view;
    }

    @Override
    public void became(Redriven letter) {
        var outcome = Outcome.of(letter, view.dryRun());
        var before = outcomes.put(letter.number(), outcome);
        if (before != null) {
            counts.computeIfPresent(before.name(), (name, count) -> count == 1 ? null : count - 1);
        }
        counts.merge(outcome.name(), 1L, Long::sum);
    }

    @Override
    public void reached(Phase phase, long done, long of) {
        var now = switch (phase) {
            case LOOKING -> RunView.Phase.LOOKING;
            case REDRIVING -> RunView.Phase.REDRIVING;
            case WAITING -> RunView.Phase.WAITING;
        };
        view = new RunView(
                view.id(), view.dryRun(), now, done, of, Optional.empty(), List.of(), counts, Optional.empty());
        if (time.nanos() - toldAt >= BETWEEN_UPDATES.toNanos()) {
            toldAt = time.nanos();
            updates.accept(view);
        }
    }

    /**
     * It is over.
     *
     * @param letters how many it was to do
     * @param trouble why it ended before its time, if it did
     */
    void ended(int letters, Optional<String> trouble) {
        var clean = trouble.isEmpty() && outcomes.values().stream().allMatch(Outcome::clean);
        var listed = outcomes.values().stream()
                .sorted(Comparator.comparing(Outcome::clean))
                .limit(MOST_LISTED)
                .toList();
        view = new RunView(
                view.id(),
                view.dryRun(),
                RunView.Phase.ENDED,
                outcomes.size(),
                letters,
                Optional.of(clean),
                listed,
                counts,
                trouble);
        // As many as are remembered would hold a sentence for each of ten thousand letters.
        outcomes.clear();
        updates.accept(view);
    }
}
