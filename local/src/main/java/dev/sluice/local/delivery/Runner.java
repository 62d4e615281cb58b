package dev.sluice.local.delivery;

import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.waiting.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Steps an engine on real time: whenever something was published, came back, or is due. */
public final class Runner implements AutoCloseable {

    /** It looks about this often, so that a signal that was missed costs no more than this. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    /**
     * How long a publisher waits for first attempts: longer than a commit takes on a busy machine, and so much shorter than
     * its own function's timeout that it can still write the message down and answer.
     */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** How long it waits after the file did not take a write. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** How long a stop waits for attempts that run; what does not end by then is delivered again at the next start. */
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);

    private final Semaphore work = new Semaphore(0);
    private final Deadlines deadlines = new Deadlines();
    private final Engine engine;
    private final InstantSource clock;
    private final Consumer<String> troubles;
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * @param engine made with the executor that it is given
     * @param troubles told a sentence when a step fails
     */
    public Runner(Function<Executor, Engine> engine, InstantSource clock, Consumer<String> troubles) {
        // The engine itself bounds how many there are.
        this.engine = engine.apply(
                attempt -> Thread.ofVirtual().name("sluice-delivery").start(() -> {
                    attempt.run();
                    // It may have left something due: a new transaction, a notification, the rest of its shard.
                    wake();
                }));
        this.clock = clock;
        this.troubles = troubles;
        this.thread = Thread.ofVirtual().name("sluice-deliveries").start(this::run);
    }

    /** What is handed over here begins at once, and what is left due is looked for at once. */
    public Handover handover() {
        return new Handover() {
            @Override
            public Optional<FirstAttempts> begin(TopicMessage message, List<String> functions, Instant now) {
                return engine.begin(message, functions, now);
            }

            @Override
            public void await(FirstAttempts attempts) {
                attempts.await(deadlines, LONGEST_WAIT);
            }

            @Override
            public void leftDue() {
                wake();
            }
        };
    }

    /** Something may be due. */
    private void wake() {
        work.release();
    }

    private void run() {
        while (!stopping) {
            try {
                var sleep = step();
                if (!sleep.isZero()) {
                    sleep(sleep);
                }
                // However many signals gathered, one step sees the work of all.
                work.drainPermits();
            } catch (InterruptedException e) {
                // Stopping is said by the flag; a stray interrupt must not end all delivery.
                work.drainPermits();
            }
        }
    }

    /** Until somebody wakes it, or that time is over: to the millisecond where something is due within a second, else roughly. */
    private void sleep(Duration time) throws InterruptedException {
        if (time.compareTo(LONGEST_SLEEP) < 0) {
            work.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        var look = deadlines.in(time, this::wake);
        try {
            work.acquire();
        } finally {
            look.close();
        }
    }

    private Duration step() {
        try {
            var now = clock.instant();
            if (engine.step(now) > 0) {
                return Duration.ZERO;
            }
            return engine.nextDue().map(due -> untilDue(due, now)).orElse(LONGEST_SLEEP);
        } catch (Unavailable e) {
            troubles.accept("deliveries wait: " + e.getMessage());
            return AFTER_FAILURE;
        } catch (RuntimeException e) {
            // A programmer's error: it must be seen, and it must not end the delivery of everything else.
            troubles.accept("a step of the deliveries failed: " + Invocation.reason(e));
            return AFTER_FAILURE;
        }
    }

    private static Duration untilDue(Instant due, Instant now) {
        var wait = Duration.between(now, due).plusMillis(1);
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_SLEEP) < 0 ? wait : LONGEST_SLEEP;
    }

    /** Starts nothing new and waits for what runs. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            thread.join(LONGEST_DRAIN);
            var end = System.nanoTime() + LONGEST_DRAIN.toNanos();
            while (engine.inFlight() > 0 && System.nanoTime() < end) {
                work.tryAcquire(50, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            deadlines.close();
        }
    }
}
