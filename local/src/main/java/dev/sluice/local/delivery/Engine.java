package dev.sluice.local.delivery;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Trigger;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.sqlite.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what is due, one step at a time, by the rules of the blueprint: what a topic or a redrive invokes, what is new in
 * a stream, what lies in a queue.
 *
 * <p>A step depends on nothing but the moment it is given, the file, and what the functions do. On real time a runner
 * steps it, and the executor has threads; in a simulation the caller does, and the executor decides when each attempt
 * runs, or never runs it.
 */
public final class Engine implements Handover {

    /** How many attempts of what was found in the file may run at the same time; what is due beyond them waits there. */
    public static final int MOST_LEASED = 256;

    /**
     * How many attempts of what was handed over may run at the same time; what is published beyond them waits in the
     * file. Their own, so that a backlog in the file cannot take all places, and what is published then would only make
     * it longer.
     */
    public static final int MOST_HANDED_OVER = 512;

    /** How much longer than its function's timeout a lease holds; by then what came of it is written down. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Database database;
    private final Deliveries invocations;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Invocation> functions;
    private final Duration longestTimeout;
    private final Executor executor;
    private final InstantSource clock;
    private final AtomicLong started = new AtomicLong();
    /** In the order they were started, so that a run without threads is the same run each time. */
    private final ConcurrentSkipListMap<Long, Attempt> inFlight = new ConcurrentSkipListMap<>();

    private final Semaphore handedOver = new Semaphore(MOST_HANDED_OVER);

    /**
     * Takes over the file: leases that a process before held are void from here on.
     *
     * @param functions what may be invoked; how is what the blueprint says of each
     */
    public Engine(Database database, List<Invocation> functions, Executor executor, InstantSource clock) {
        this.database = database;
        this.functions = functions.stream()
                .collect(Collectors.toUnmodifiableMap(i -> i.function().name(), UnaryOperator.identity()));
        this.longestTimeout = longest(functions);
        this.executor = executor;
        this.clock = clock;
        var described = functions.stream()
                .map(Invocation::function)
                .collect(Collectors.toUnmodifiableMap(Function::name, UnaryOperator.identity()));
        this.invocations = new Deliveries(database, described, MOST_LEASED);
        places.add(new Place(invocations));
        for (var invocation : functions) {
            hops(invocation.function()).forEach(hop -> places.add(new Place(hop)));
        }
        var now = clock.instant();
        database.write(session -> {
            for (var place : places) {
                place.hop.voidLeases(session, now);
            }
            return 0;
        });
    }

    private Stream<Hop> hops(Function function) {
        return function.triggers().stream().flatMap(trigger -> switch (trigger) {
            case Trigger.Route ignored -> Stream.empty();
            case Trigger.Subscription ignored -> Stream.empty();
            // Nothing of the pipeline itself runs by the clock.
            case Trigger.Schedule ignored -> Stream.empty();
            case Trigger.Stream stream -> Stream.of(new StreamHop(database, function, stream));
            case Trigger.Messages messages -> Stream.of(new QueueHop(database, function, messages));
        });
    }

    /** A hop with the places that its attempts take. */
    private static final class Place {
        private final Hop hop;
        private final Semaphore free;

        Place(Hop hop) {
            this.hop = hop;
            this.free = new Semaphore(hop.most());
        }
    }

    /**
     * Gives up on attempts that have taken too long, then starts what is due.
     *
     * @return how many attempts it started
     * @throws Unavailable when the file cannot be written now; nothing is lost, and a later step goes on
     */
    public int step(Instant now) {
        giveUpOnLate(now);
        var free = places.stream().map(place -> place.free.drainPermits()).toList();
        var leased = new ArrayList<List<Delivery>>();
        try {
            var found = database.write(session -> {
                var taken = new ArrayList<List<Delivery>>();
                for (var i = 0; i < places.size(); i++) {
                    var hop = places.get(i).hop;
                    // Looking costs a tenth of leasing, and most steps have nothing to lease; here, where what was
                    // written before is seen.
                    var due = free.get(i) > 0
                            && hop.nextDue(session)
                                    .filter(at -> !at.isAfter(now))
                                    .isPresent();
                    taken.add(due ? hop.lease(session, now, leaseEnd(now), free.get(i)) : List.of());
                }
                return taken;
            });
            leased.addAll(found);
        } finally {
            for (var i = 0; i < places.size(); i++) {
                places.get(i)
                        .free
                        .release(free.get(i)
                                - (leased.isEmpty() ? 0 : leased.get(i).size()));
            }
        }
        var count = 0;
        for (var i = 0; i < places.size(); i++) {
            count += leased.get(i).size();
            for (var delivery : leased.get(i)) {
                start(delivery, places.get(i).free, now);
            }
        }
        return count;
    }

    @Override
    public Optional<FirstAttempts> begin(TopicMessage message, List<String> names, Instant now) {
        if (!functions.keySet().containsAll(names) || !handedOver.tryAcquire(names.size())) {
            return Optional.empty();
        }
        var attempts = new FirstAttempts(message, names, invocations, leaseEnd(now));
        attempts.each().forEach(attempt -> start(attempt, handedOver, now));
        return Optional.of(attempts);
    }

    @Override
    public void await(FirstAttempts attempts) {
        // Without threads, what has not ended by now does not end while its publisher waits.
    }

    @Override
    public void leftDue() {
        // Whoever steps the engine sees it.
    }

    /** When a step has something to do next, as things are now; empty when nothing waits. */
    public Optional<Instant> nextDue() {
        var late = inFlight.values().stream()
                .filter(attempt -> !attempt.settled.get())
                .map(attempt -> attempt.deadline);
        return Stream.concat(waiting().stream(), late).min(Instant::compareTo);
    }

    /** When the first is due of what waits in the file for a place that is free. */
    private Optional<Instant> waiting() {
        return database.read(session -> {
            var first = Optional.<Instant>empty();
            for (var place : places) {
                if (place.free.availablePermits() > 0) {
                    var due = place.hop.nextDue(session);
                    if (first.isEmpty() || due.filter(first.get()::isAfter).isPresent()) {
                        first = due;
                    }
                }
            }
            return first;
        });
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

    private void start(Delivery delivery, Semaphore place, Instant now) {
        var function = functions.get(delivery.function());
        if (function == null) {
            // Of a program that had other functions: it keeps, lease by lease, until one comes that has this one again.
            place.release();
            return;
        }
        var attempt = new Attempt(
                started.incrementAndGet(),
                delivery,
                function,
                place,
                now.plus(function.function().timeout()));
        inFlight.put(attempt.number, attempt);
        executor.execute(attempt);
    }

    private void giveUpOnLate(Instant now) {
        for (var attempt : inFlight.values()) {
            if (!attempt.deadline.isAfter(now) && attempt.settled.compareAndSet(false, true)) {
                var timeout = attempt.function.function().timeout().toSeconds();
                attempt.record(new Outcome.Failed("timed out after " + timeout + " s"), now);
                attempt.interrupt();
            }
        }
    }

    /** One attempt on its way; it holds its place until it really ends, so that hung ones stay bounded. */
    private final class Attempt implements Runnable {
        private final long number;
        private final Delivery delivery;
        private final Invocation function;
        private final Semaphore place;
        private final Instant deadline;
        private final AtomicBoolean settled = new AtomicBoolean();
        private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

        Attempt(long number, Delivery delivery, Invocation function, Semaphore place, Instant deadline) {
            this.number = number;
            this.delivery = delivery;
            this.function = function;
            this.place = place;
            this.deadline = deadline;
        }

        @Override
        public void run() {
            thread.set(Thread.currentThread());
            try {
                var outcome = function.call(delivery.event(), delivery.requestId());
                if (settled.compareAndSet(false, true)) {
                    record(outcome, clock.instant());
                }
            } finally {
                thread.set(null);
                inFlight.remove(number);
                place.release();
            }
        }

        void record(Outcome outcome, Instant now) {
            try {
                switch (outcome) {
                    case Outcome.Done done -> delivery.returned(done.answer(), now);
                    case Outcome.Failed failure -> delivery.failed(failure.reason(), now);
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
