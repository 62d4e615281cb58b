package dev.sluice.simulation.campaign;

import dev.sluice.simulation.world.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Runs one seed after the other, on a few threads side by side. */
public final class Campaign {

    private final Parts parts;
    private final long from;
    private final long seeds;
    private final int threads;

    /**
     * One over that many seeds.
     *
     * @param from the first of them
     * @param threads how many run at the same time, 1 or more
     */
    public Campaign(Parts parts, long from, long seeds, int threads) {
        this.parts = parts;
        this.from = from;
        this.seeds = seeds;
        this.threads = threads;
    }

    /**
     * What came of it.
     *
     * @param failures those that broke a law, by seed, the first {@value #MOST_FAILURES}
     */
    public record Result(Tally tally, List<Trial> failures) {
        static final int MOST_FAILURES = 20;

        public Result {
            failures = List.copyOf(failures);
        }
    }

    /**
     * Runs all of it.
     *
     * @param progress told now and then how many are done
     */
    public Result run(LongConsumer progress) {
        var next = new AtomicLong();
        var tally = new Tally();
        var failures = new ArrayList<Trial>();
        var workers = new ArrayList<Thread>();
        for (var i = 0; i < threads; i++) {
            workers.add(Thread.ofPlatform().name("world-" + i).start(() -> {
                for (var n = next.getAndIncrement(); n < seeds; n = next.getAndIncrement()) {
                    var trial = Trial.of(from + n, parts);
                    synchronized (tally) {
                        tally.add(trial);
                        if (trial.broken().isPresent()) {
                            failures.add(trial);
                        }
                        progress.accept(tally.runs());
                    }
                }
            }));
        }
        for (var worker : workers) {
            join(worker);
        }
        failures.sort(
                (one, other) -> Long.compare(one.plan().seed(), other.plan().seed()));
        return new Result(tally, failures.subList(0, Math.min(failures.size(), Result.MOST_FAILURES)));
    }

    /** The first run that breaks a law, one after the other; empty where none does. */
    public Optional<Trial> firstFailure() {
        for (var n = 0L; n < seeds; n++) {
            var trial = Trial.of(from + n, parts);
            if (trial.broken().isPresent()) {
                return Optional.of(trial);
            }
        }
        return Optional.empty();
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
