package dev.sluice.console.letters;

import dev.sluice.console.letters.RedriveOrder.Which;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.delivery.LetterCensus;
import dev.sluice.local.delivery.LetterDetails;
import dev.sluice.local.delivery.Redrive;
import dev.sluice.local.redriving.Pace;
import dev.sluice.local.redriving.RedriveRun;
import dev.sluice.local.redriving.Time;
import dev.sluice.local.sqlite.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Runs that redrive letters: one at a time, each in a thread of its own, the last ones remembered. */
public final class Redrives implements AutoCloseable {

    /** How many runs are remembered. */
    static final int MOST_REMEMBERED = 5;

    /** How long a run waits for what comes of the letters that it redrove. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /** How long a close waits for a run that it interrupted; a write of the file ends before. */
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private static final String STOPPED = "it was stopped; redrive what is left again, which is safe";

    private final Redrive redrive;
    private final LetterDetails details;
    private final LetterCensus census;
    private final InstantSource clock;
    private final Time time;
    private final Consumer<RunView> updates;
    private final Consumer<String> troubles;
    private final String series;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, RunProgress> runs = new LinkedHashMap<>();
    private Optional<Thread> running = Optional.empty();
    private boolean closed;
    private long started;

    /**
     * Those of a file.
     *
     * @param updates told how a run stands, at most five times a second, and when it has ended; must be quick
     * @param troubles told a sentence when a run fails; never a payload
     */
    public Redrives(
            Database database, InstantSource clock, Time time, Consumer<RunView> updates, Consumer<String> troubles) {
        this.redrive = new Redrive(database, clock);
        this.details = new LetterDetails(database);
        this.census = new LetterCensus(database, clock);
        this.clock = clock;
        this.time = time;
        this.updates = updates;
        this.troubles = troubles;
        // A page that outlives the process must not take another run for its own.
        this.series = Long.toString(clock.millis(), Character.MAX_RADIX);
    }

    /**
     * Starts a run.
     *
     * @return how it stands at its start; empty where another one runs
     * @throws Unavailable when the file cannot be read now, and nothing was started
     */
    public Optional<RunView> start(RedriveOrder order) {
        lock.lock();
        try {
            if (closed) {
                throw new Unavailable("the pipeline is being stopped");
            }
            if (running.isPresent()) {
                return Optional.empty();
            }
            // All of them now: what fails again while this runs is not taken up by it once more.
            var letters = letters(order.which());
            started++;
            var run = new RunProgress(series + "-" + started, order.dryRun(), letters.size(), time, updates);
            var view = run.view();
            runs.put(view.id(), run);
            if (runs.size() > MOST_REMEMBERED) {
                runs.remove(runs.keySet().iterator().next());
            }
            running = Optional.of(Thread.ofVirtual().name("sluice-redrive").start(() -> run(order, letters, run)));
            return Optional.of(view);
        } finally {
            lock.unlock();
        }
    }

    /** How a run stands, or how it ended; empty where it is not remembered. */
    public Optional<RunView> find(String id) {
        lock.lock();
        try {
            return Optional.ofNullable(runs.get(id)).map(RunProgress::view);
        } finally {
            lock.unlock();
        }
    }

    /** Has a run end between two letters, where it still runs; how it stands, or empty where it is not remembered. */
    public Optional<RunView> stop(String id) {
        lock.lock();
        try {
            var run = Optional.ofNullable(runs.get(id)).map(RunProgress::view);
            // One runs at a time: what has not ended is that one.
            if (run.filter(view -> view.phase() != RunView.Phase.ENDED).isPresent()) {
                running.ifPresent(Thread::interrupt);
            }
            return run;
        } finally {
            lock.unlock();
        }
    }

    private List<Long> letters(Which which) {
        return switch (which) {
            case Which.Named(var letters) -> letters;
            case Which.Matching(var choice) -> census.numbers(choice.at(clock.instant()));
        };
    }

    private void run(RedriveOrder order, List<Long> letters, RunProgress progress) {
        var trouble = outcome(order, letters, progress);
        // Whoever hears that it has ended may start the next one.
        lock.lock();
        try {
            running = Optional.empty();
        } finally {
            lock.unlock();
        }
        progress.ended(letters.size(), trouble);
    }

    private Optional<String> outcome(RedriveOrder order, List<Long> letters, RunProgress progress) {
        try {
            var pace = order.perSecond().map(rate -> Pace.evenly(rate, time)).orElse(Pace.UNLIMITED);
            var run = new RedriveRun(redrive, details, pace, time, progress);
            if (order.dryRun()) {
                run.look(letters, Optional.empty());
            } else {
                run.redrive(letters, Optional.empty(), LONGEST_WAIT);
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            return Optional.of(STOPPED);
        } catch (Unavailable e) {
            if (Thread.currentThread().isInterrupted()) {
                return Optional.of(STOPPED);
            }
            troubles.accept("a redrive ended before its time: " + e.getMessage());
            return Optional.of("the file did not answer in time; redrive what is left again, which is safe");
        } catch (RuntimeException e) {
            // A programmer's error: it must be seen, and nobody may wait for ever for a run that is gone.
            troubles.accept("a redrive failed: " + e.getClass().getSimpleName());
            return Optional.of("the run failed, as the log says; redrive what is left again, which is safe");
        }
    }

    /** Interrupts the run there is, and takes no more. */
    @Override
    public void close() {
        Optional<Thread> last;
        lock.lock();
        try {
            closed = true;
            last = running;
        } finally {
            lock.unlock();
        }
        if (last.isEmpty()) {
            return;
        }
        last.get().interrupt();
        try {
            last.get().join(LONGEST_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
