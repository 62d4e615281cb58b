package dev.sluice.simulation.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Gives the turn to one actor at a time, in the order of when each is ready; between two turns time passes in a jump.
 *
 * <p>An actor that rests hands the turn over itself. Whose turn it is depends only on how long each one rests, never on
 * threads, so that two runs in which all rest alike are the same run.
 */
public final class Scheduler {

    private static final Comparator<Actor> ORDER = Comparator.comparingLong((Actor a) -> a.readyAt)
            .thenComparing(Actor::name)
            .thenComparingLong(a -> a.number);

    private final PriorityQueue<Actor> ready = new PriorityQueue<>(ORDER);
    private final Set<Actor> actors = new LinkedHashSet<>();
    private final Semaphore caller = new Semaphore(0);
    private final long mostTurns;
    private long now;
    private long limit = Long.MAX_VALUE;
    private long turns;
    private long spawned;
    private boolean exhausted;
    private @Nullable Actor current;
    private @Nullable Throwable failure;

    /**
     * One that nobody has a turn of yet.
     *
     * @param mostTurns after so many the run is ended
     */
    public Scheduler(long mostTurns) {
        this.mostTurns = mostTurns;
    }

    /** Milliseconds since the run began. */
    public long now() {
        return now;
    }

    public long turns() {
        return turns;
    }

    /** Whether there were more turns than there may be. */
    public boolean isExhausted() {
        return exhausted;
    }

    /** Whose turn it is. */
    public Actor current() {
        if (current == null) {
            throw new IllegalStateException("only an actor has a turn");
        }
        return current;
    }

    /** Adds somebody whose first turn comes after that many milliseconds. */
    public Actor spawn(String name, Life life, long delay, Runnable body) {
        var actor = new Actor(name, ++spawned, life, body);
        actors.add(actor);
        await(actor, delay);
        return actor;
    }

    /**
     * Hands the turn over for so many milliseconds, 0 for just long enough that others who are ready go first.
     *
     * @return whether somebody woke it before
     */
    public boolean rest(long millis) {
        var me = living();
        await(me, millis);
        return handOver(me);
    }

    /** Hands the turn over until somebody wakes it. */
    public void sleep() {
        handOver(living());
    }

    /** Makes an actor ready that rests or sleeps; one that does neither will not rest the next time. */
    public void wake(Actor actor) {
        if (!actors.contains(actor) || actor == current) {
            return;
        }
        actor.woken = true;
        if (actor.waiting) {
            if (actor.readyAt <= now) {
                return;
            }
            ready.remove(actor);
        }
        await(actor, 0);
    }

    /** Ends a life: whoever had it gets no turn any more but to end. */
    public void end(Life life) {
        life.end();
        for (var actor : new ArrayList<>(actors)) {
            if (actor.life == life && actor != current) {
                if (actor.waiting) {
                    ready.remove(actor);
                }
                if (actor.thread == null) {
                    actors.remove(actor);
                } else {
                    await(actor, 0);
                }
            }
        }
    }

    /** Gives turns until nobody is ready, from outside of all actors. */
    public void run() {
        runUntil(Long.MAX_VALUE);
    }

    /**
     * Gives turns until nobody is ready by then, from outside of all actors.
     *
     * @param until milliseconds since the run began
     */
    public void runUntil(long until) {
        limit = until;
        takeTurns();
        if (until != Long.MAX_VALUE) {
            now = Math.max(now, until);
        }
    }

    private void takeTurns() {
        var first = next();
        if (first.isEmpty()) {
            return;
        }
        give(first.get());
        caller.acquireUninterruptibly();
        if (failure != null) {
            throw new IllegalStateException("an actor broke: " + failure, failure);
        }
    }

    private Actor living() {
        var me = current();
        if (me.life.isOver()) {
            throw new Death();
        }
        me.woken = false;
        return me;
    }

    private void await(Actor actor, long millis) {
        actor.readyAt = now + Math.max(0, millis);
        actor.waiting = true;
        ready.add(actor);
    }

    private boolean handOver(Actor me) {
        var next = next();
        if (next.isPresent() && next.get() == me) {
            current = me;
        } else {
            next.ifPresentOrElse(this::give, this::giveBack);
            // An interrupt is kept for whoever looks for it; it gives nobody a turn.
            me.turn.acquireUninterruptibly();
        }
        if (me.life.isOver()) {
            throw new Death();
        }
        return me.woken;
    }

    private Optional<Actor> next() {
        if (++turns > mostTurns && !exhausted) {
            exhausted = true;
            endAll();
        }
        if (ready.isEmpty() || ready.element().readyAt > limit) {
            return Optional.empty();
        }
        var next = ready.remove();
        next.waiting = false;
        now = Math.max(now, next.readyAt);
        return Optional.of(next);
    }

    private void give(Actor actor) {
        current = actor;
        if (actor.thread == null) {
            // Known before it runs: from its start on, others may give it its next turn.
            var thread = Thread.ofVirtual().name(actor.name()).unstarted(() -> perform(actor));
            actor.thread = thread;
            thread.start();
        } else {
            actor.turn.release();
        }
    }

    private void giveBack() {
        current = null;
        caller.release();
    }

    private void perform(Actor actor) {
        try {
            actor.body.run();
        } catch (Death itsLifeIsOver) {
            actor.disturb();
        } catch (Throwable e) {
            failure = failure == null ? e : failure;
            endAll();
        }
        actors.remove(actor);
        next().ifPresentOrElse(this::give, this::giveBack);
    }

    private void endAll() {
        actors.stream().map(Actor::life).distinct().toList().forEach(this::end);
    }
}
