package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.waiting.Deadlines;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread that takes what has gathered, runs it as one transaction, commits once, then lets all who wait go on.
 *
 * <p>While one commit waits for the disk, the next group gathers by itself; it lingers for more only where
 * {@linkplain Gathering many come}. Where a task fails, the group is rolled back and run again with a savepoint a task, so
 * that it takes nothing else with it.
 */
final class GroupCommit implements Writer {

    /** How many tasks may wait; beyond it callers are told so at once. */
    static final int LONGEST_QUEUE = 4_096;

    /** How many tasks share a commit at most; more would only make the first one wait longer. */
    static final int LARGEST_GROUP = 512;

    /** How long a caller waits; shorter than any function's timeout, so that it can still answer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

    /** How long a stop waits for what was handed in. */
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);

    private final Session session;
    private final Lock turn;
    private final BlockingQueue<Task<?>> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Deadlines deadlines = new Deadlines();
    private final Thread thread;
    private volatile boolean stopping;

    /** @param turn held while a transaction is under way */
    GroupCommit(Session session, Lock turn) {
        this.session = session;
        this.turn = turn;
        // A platform thread: it spends its life in native calls, which would hold a virtual thread's carrier.
        this.thread = Thread.ofPlatform().name("sluice-writer").daemon(true).start(this::run);
    }

    @Override
    public <T extends @Nullable Object> T write(Session.Work<T> work) {
        var task = new Task<>(work);
        if (stopping || !queue.offer(task)) {
            throw new Unavailable(stopping ? "the file is being closed" : "too many writes are waiting for the file");
        }
        if (stopping && queue.remove(task)) {
            throw new Unavailable("the file is being closed");
        }
        var late = deadlines.in(LONGEST_WAIT, () -> task.fail(new TimeoutException()));
        try {
            return task.done.get();
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            var what = cause instanceof TimeoutException ? "took too long for a write" : "did not take a write";
            throw new Unavailable("the file " + what, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for the file", e);
        } finally {
            late.close();
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void writeSometime(Session.Work<?> work) {
        // A full queue drops it, which the contract allows: the effect is merely tidy.
        if (!stopping) {
            queue.offer(new Task<>(work));
        }
    }

    private void run() {
        var group = new ArrayList<Task<?>>(LARGEST_GROUP);
        var gathering = new Gathering();
        while (!stopping || !queue.isEmpty()) {
            try {
                var first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                group.add(first);
                linger(gathering.before(System.nanoTime()));
                queue.drainTo(group, LARGEST_GROUP - 1);
                gathering.taken(group.size(), System.nanoTime());
                turn.lock();
                try {
                    commit(group);
                } finally {
                    turn.unlock();
                }
            } catch (InterruptedException e) {
                // Nobody interrupts this thread to stop it; a stray interrupt must not end all writing.
                group.clear();
            } finally {
                group.clear();
            }
        }
    }

    private static void linger(long nanos) {
        if (nanos > 0) {
            // An interrupt ends it early and is seen where the next group begins, when none is in hand.
            LockSupport.parkNanos(nanos);
        }
    }

    private void commit(List<Task<?>> group) {
        try {
            session.change("BEGIN IMMEDIATE");
            for (var task : group) {
                task.runIn(session);
            }
            session.change("COMMIT");
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            commitApart(group);
            return;
        }
        group.forEach(Task::release);
    }

    /** Again, more slowly: only what fails by itself fails. */
    private void commitApart(List<Task<?>> group) {
        try {
            session.change("BEGIN IMMEDIATE");
            for (var task : group) {
                task.runApartIn(session);
            }
            session.change("COMMIT");
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            group.forEach(task -> task.fail(e));
            return;
        }
        group.forEach(Task::release);
    }

    private void rollBack(Throwable because) {
        try {
            session.change("ROLLBACK");
        } catch (SQLException e) {
            // SQLite may have rolled back by itself (a full disk, an I/O error): then there is nothing left to undo.
            because.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(LONGEST_DRAIN);
            session.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new Unavailable("the file did not close", e);
        } finally {
            for (var left = queue.poll(); left != null; left = queue.poll()) {
                left.fail(new Unavailable("the file is being closed"));
            }
            deadlines.close();
        }
    }

    /** One caller's work and where its outcome goes once the group is committed. */
    private static final class Task<T extends @Nullable Object> {
        private final Session.Work<T> work;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Throwable failure;

        Task(Session.Work<T> work) {
            this.work = work;
        }

        void runIn(Session session) throws SQLException {
            result = work.in(session);
        }

        void runApartIn(Session session) throws SQLException {
            session.change("SAVEPOINT task");
            try {
                result = work.in(session);
            } catch (SQLException | RuntimeException e) {
                failure = e;
                session.change("ROLLBACK TO task");
            }
            session.change("RELEASE task");
        }

        @SuppressWarnings("NullAway") // T says itself whether its result may be null
        void release() {
            if (failure == null) {
                done.complete(result);
            } else {
                done.completeExceptionally(failure);
            }
        }

        void fail(Throwable because) {
            done.completeExceptionally(because);
        }
    }
}
