package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.Unavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A few connections that only read, each lent to one caller at a time; they see every commit made before. */
final class Readers implements Reader {

    /** Native calls hold a virtual thread's carrier, so more than a few would starve the rest. */
    static final int CONNECTIONS = 4;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final BlockingQueue<Session> idle;

    Readers(List<Session> sessions) {
        idle = new ArrayBlockingQueue<>(sessions.size(), true, sessions);
    }

    @Override
    public <T> T read(Session.Work<T> work) {
        try {
            var session = idle.poll(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            if (session == null) {
                throw new Unavailable("too many reads are waiting for the file");
            }
            try {
                return work.in(session);
            } finally {
                idle.add(session);
            }
        } catch (SQLException e) {
            throw new Unavailable("the file could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for the file", e);
        }
    }

    @Override
    public void close() {
        try {
            for (var session = idle.poll(); session != null; session = idle.poll()) {
                session.close();
            }
        } catch (SQLException e) {
            throw new Unavailable("the file did not close", e);
        }
    }
}
