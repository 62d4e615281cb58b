package dev.sluice.local.delivery;

import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.sqlite.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what is due, one step at a time.
 *
 * <p>A step depends on nothing but the moment it is given, the file, and what the functions do. On real time a runner
 * steps it, and the executor has threads; in a simulation the caller does, and the executor decides when each attempt
 * runs, or never runs it.
 */
public final class Engine implements Handover {

    /** How many attempts of what was found in the file may run at the same time; what is due beyond them waits there. */
    public static final int MOST_LEASED = 256;

    /**
     * How many attempts of what was handed over may run at the same time, those included that wait for their commit; what
     * is published beyond them waits in the file. Their own, so that a backlog in the file cannot take all places, and
     * what is published then would only make it longer.
     */
    public static final int MOST_HANDED_OVER = 512;

    /** How much longer than its function's timeout a lease holds; by then what came of it is written down. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Deliveries deliveries;
    private final Map<String, Invocation> functions;
    private final Duration longestTimeout;
    private final Executor executor;
    private final InstantSource clock;
    private final Set<Attempt> inFlight = ConcurrentHashMap.newKeySet();
    private final Semaphore leased = new Semaphore(MOST_LEASED);
    private final Semaphore handedOver = new Semaphore(MOST_HANDED_OVER);
    private volatile boolean moreIsDue = true;

    /**
     * Takes over the file: leases that a process before held are void from here on.
     *
     * @param functions what a subscription may invoke, by the function's name
     */
    public Engine(Database database, List<Invocation> functions, Executor executor, InstantSource clock) {
        this.deliveries = new Deliveries(database);
        this.functions = functions.stream()
                .collect(Collectors.toUnmodifiableMap(i -> i.function().name(), i -> i));
        this.longestTimeout = longest(functions);
        this.executor = executor;
        this.clock = clock;
        deliveries.voidLeases(clock.instant());
    }

    /**
     * Gives up on attempts that have taken too long, then starts what is due.
     *
     * @return how many attempts it started
     * @throws Unavailable when the file cannot be written now; nothing is lost, and a later step goes on
     */
    public int step(Instant now) {
        giveUpOnLate(now);
        var free = leased.drainPermits();
        var taken = 0;
        try {
            if (free == 0) {
                return 0;
            }
            var leases = deliveries.lease(now, leaseEnd(now), free);
            moreIsDue = leases.size() == free;
            taken = leases.size();
            leases.forEach(lease -> start(lease, leased, now));
            return taken;
        } finally {
            leased.release(free - taken);
        }
    }

    @Override
    public Optional<Instant> reserve(int count, Instant now) {
        return handedOver.tryAcquire(count) ? Optional.of(leaseEnd(now)) : Optional.empty();
    }

    @Override
    public void begin(List<Lease> leases, Instant now) {
        leases.forEach(lease -> start(lease, handedOver, now));
    }

    @Override
    public void release(int count) {
        handedOver.release(count);
    }

    @Override
    public void leftDue() {
        moreIsDue = true;
    }

    /** Whether a step may have more to do at once than it has had places for. */
    boolean moreIsDue() {
        return moreIsDue;
    }

    /** When a step has something to do next, as things are now; empty when nothing waits. */
    public Optional<Instant> nextDue() {
        var waiting = leased.availablePermits() > 0 ? deliveries.nextDue() : Optional.<Instant>empty();
        var late = inFlight.stream()
                .filter(attempt -> !attempt.settled.get())
                .map(attempt -> attempt.deadline)
                .min(Instant::compareTo);
        return Stream.concat(waiting.stream(), late.stream()).min(Instant::compareTo);
    }

    /** How many attempts run now. */
    public int inFlight() {
        return inFlight.size();
    }

    private Instant leaseEnd(Instant now) {
        return now.plus(longestTimeout).plus(GRACE);
    }

    private static Duration longest(List<Invocation> functions) {
        return functions.stream()
                .map(i -> i.function().timeout())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private void start(Lease lease, Semaphore places, Instant now) {
        var function = functions.get(lease.function());
        if (function == null) {
            // Of a program that had other functions: it keeps, lease by lease, until one comes that has this one again.
            places.release();
            return;
        }
        var attempt = new Attempt(
                lease, function, places, now.plus(function.function().timeout()));
        inFlight.add(attempt);
        executor.execute(attempt);
    }

    private void giveUpOnLate(Instant now) {
        for (var attempt : inFlight) {
            if (!attempt.deadline.isAfter(now) && attempt.settled.compareAndSet(false, true)) {
                var timeout = attempt.function.function().timeout().toSeconds();
                attempt.record(new Outcome.Failed("timed out after " + timeout + " s"), now);
                attempt.interrupt();
            }
        }
    }

    /** One attempt on its way; it holds its place until it really ends, so that hung ones stay bounded. */
    private final class Attempt implements Runnable {
        private final Lease lease;
        private final Invocation function;
        private final Semaphore places;
        private final Instant deadline;
        private final AtomicBoolean settled = new AtomicBoolean();
        private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

        Attempt(Lease lease, Invocation function, Semaphore places, Instant deadline) {
            this.lease = lease;
            this.function = function;
            this.places = places;
            this.deadline = deadline;
        }

        @Override
        public void run() {
            thread.set(Thread.currentThread());
            try {
                var outcome = function.call(lease.message().event(), lease.requestId());
                if (settled.compareAndSet(false, true)) {
                    record(outcome, clock.instant());
                }
            } finally {
                thread.set(null);
                inFlight.remove(this);
                places.release();
            }
        }

        void record(Outcome outcome, Instant now) {
            try {
                switch (outcome) {
                    case Outcome.Done ignored -> deliveries.done(lease);
                    case Outcome.Failed failure -> deliveries.failed(function.function(), lease, failure.reason(), now);
                }
            } catch (Unavailable e) {
                // Not written down, so not known: the lease ends by itself, and the delivery is made again.
                return;
            }
        }

        void interrupt() {
            var running = thread.get();
            if (running != null) {
                running.interrupt();
            }
        }
    }
}
