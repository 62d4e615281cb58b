package dev.sluice.console.live;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.console.refused.Refusals;
import dev.sluice.console.row.Row;
import dev.sluice.console.row.RowJson;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.sqlite.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread that looks at the pipeline, each second while somebody watches and else each ten, tells what it sees to all who
 * watch, and has what came written down.
 */
public final class Watch implements AutoCloseable {

    static final String SAMPLE = "sample";
    static final String LATEST = "latest";

    private static final Duration BETWEEN_TICKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_BEATS = Activity.BUCKET;

    /**
     * A look that took a millisecond is followed by fifty without one: what is watched must not become slower by it. So
     * looking costs at most 2 % of one core however much is stored or waits, as long as a look takes less than a tenth of
     * a second.
     */
    private static final int REST = 50;

    /** A look that took longer than a tenth of a second mostly waited for others, and whoever watches is to hear something. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Database database;
    private final InstantSource clock;
    private final Refusals refusals;
    private final Consumer<String> troubles;
    private final Activity activity;
    private final Viewers viewers = new Viewers();
    private final Rates rates = new Rates();
    private final Semaphore nudged = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    // What follows is the thread's own.
    private @Nullable Look last;
    private @Nullable List<Row> latest;
    private Counts counted = Counts.NONE;
    private Counts sampled = Counts.NONE;
    private long acceptedBefore;
    private long mayLookAt = System.nanoTime();
    private long beatAt = System.nanoTime();
    private boolean troubled;

    private Watch(Database database, InstantSource clock, Refusals refusals, Consumer<String> troubles) {
        this.database = database;
        this.clock = clock;
        this.refusals = refusals;
        this.troubles = troubles;
        this.activity = new Activity(database, clock.instant());
        // A platform thread: it spends its life in native calls, which would hold a virtual thread's carrier.
        this.thread = Thread.ofPlatform().name("sluice-watch").daemon(true).unstarted(this::run);
    }

    /**
     * Starts to look.
     *
     * @param refusals who counts what senders are answered
     * @param troubles told when the file cannot be looked into
     */
    public static Watch start(Database database, InstantSource clock, Refusals refusals, Consumer<String> troubles) {
        var watch = new Watch(database, clock, refusals, troubles);
        watch.thread.start();
        return watch;
    }

    /** Tells all who watch now; whoever reads slowly is told the newest of that event only. */
    public void tell(String event, JsonText.Content content) {
        viewers.tell(Frame.of(event, content));
    }

    Activity activity() {
        return activity;
    }

    Viewers viewers() {
        return viewers;
    }

    /** Somebody new, who is not to wait for the next beat. */
    Optional<Viewer> enter() {
        var viewer = viewers.enter();
        nudged.release();
        return viewer;
    }

    private void run() {
        try {
            while (!stopping) {
                try {
                    tick(System.nanoTime());
                } catch (RuntimeException e) {
                    // A mistake of ours: said once, and no reason to look no more.
                    trouble("the console could not tell what it saw: "
                            + e.getClass().getName());
                }
                if (nudged.tryAcquire(BETWEEN_TICKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    nudged.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it; were it ever to be, it is to end.
            Thread.currentThread().interrupt();
        }
    }

    private void tick(long nanos) {
        var beat = nanos - beatAt >= 0;
        var watched = !viewers.isEmpty();
        if ((watched || beat) && nanos - mayLookAt >= 0) {
            look(nanos, watched);
        }
        count();
        if (beat) {
            beatAt = nanos + BETWEEN_BEATS.toNanos();
            activity.beat(clock.instant());
        }
    }

    private void count() {
        var now = total();
        activity.add(clock.instant(), now.since(counted));
        counted = now;
    }

    private Counts total() {
        var look = last;
        return look == null
                ? new Counts(refusals.accepted(), refusals.refused(), 0, 0)
                : new Counts(refusals.accepted(), refusals.refused(), look.flagged(), look.givenUp());
    }

    /** What is seen of one moment. */
    private record Seen(Look look, Optional<List<Row>> rows) {}

    private void look(long nanos, boolean watched) {
        try {
            var seen = database.readOneMoment(session ->
                    new Seen(Look.read(session), watched ? Optional.of(Latest.read(session)) : Optional.empty()));
            if (last == null) {
                begin(seen.look());
            }
            last = seen.look();
            tell(nanos, seen);
            troubled = false;
        } catch (Unavailable e) {
            trouble("the console could not look into the file: " + e.getMessage());
        }
        var took = System.nanoTime() - nanos;
        mayLookAt = System.nanoTime() + Math.min(took * REST, LONGEST_REST.toNanos());
    }

    private void trouble(String sentence) {
        if (!troubled) {
            troubles.accept(sentence);
        }
        troubled = true;
    }

    /** What was there before is not what comes now. */
    private void begin(Look first) {
        acceptedBefore = first.stored() + first.underWay(Pipeline.PROCESSOR.name()) - refusals.accepted();
        counted = new Counts(counted.accepted(), counted.refused(), first.flagged(), first.givenUp());
        sampled = new Counts(0, Counts.NONE.refused(), first.flagged(), first.givenUp());
    }

    private void tell(long nanos, Seen seen) {
        var now = total();
        var done = Sample.done(seen.look(), acceptedBefore + now.accepted());
        var sample = new Sample(clock.instant(), seen.look(), done, rates.next(nanos, done), now.since(sampled));
        sampled = now;
        viewers.tell(Frame.of(SAMPLE, sample::write));
        seen.rows().filter(rows -> !rows.equals(latest)).ifPresent(rows -> {
            latest = rows;
            viewers.tell(Frame.of(LATEST, json -> RowJson.write(json, "rows", rows)));
        });
    }

    /** Ends what is told to whoever watches, and writes what came. Closed again, it writes what came since. */
    @Override
    public void close() {
        stopping = true;
        viewers.end();
        // Not interrupted: it may be reading the file, which would be told as trouble.
        nudged.release();
        try {
            thread.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!thread.isAlive()) {
            count();
            activity.end();
        }
    }
}
