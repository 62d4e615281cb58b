package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.Unavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads in the caller's own thread over one session, so that a run without threads is the same run each time.
 *
 * <p>What may be written sometime waits for the next write and joins it, which is as late as it can come; a dropped
 * process loses it.
 */
final class DirectAccess implements Writer, Reader {

    private static final int MOST_PENDING = 4_096;

    private final Session session;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Session.Work<?>> pending = new ArrayList<>();
    private boolean closed;

    DirectAccess(Session session) {
        this.session = session;
    }

    @Override
    public <T> T read(Session.Work<T> work) {
        lock.lock();
        try {
            return work.in(session);
        } catch (SQLException e) {
            throw new Unavailable("the file could not be read", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Session.Work<T> work) {
        lock.lock();
        try {
            session.change("BEGIN IMMEDIATE");
            try {
                for (var earlier : pending) {
                    earlier.in(session);
                }
                pending.clear();
                var result = work.in(session);
                session.change("COMMIT");
                return result;
            } catch (SQLException | RuntimeException e) {
                session.change("ROLLBACK");
                throw e;
            }
        } catch (SQLException e) {
            throw new Unavailable("the file did not take a write", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void writeSometime(Session.Work<?> work) {
        lock.lock();
        try {
            if (pending.size() < MOST_PENDING) {
                pending.add(work);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what was not committed, as a process that ends does. */
    void drop() {
        lock.lock();
        try {
            pending.clear();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (!pending.isEmpty()) {
                write(s -> 0);
            }
            session.close();
        } catch (SQLException e) {
            throw new Unavailable("the file did not close", e);
        }
    }
}
