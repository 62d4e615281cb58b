package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.Unavailable;

/** The way to look into the file; it sees every commit made before. */
public interface Reader extends AutoCloseable {

    /**
     * Does the work, which changes nothing.
     *
     * @throws Unavailable when it cannot be read now
     */
    <T> T read(Session.Work<T> work);

    /**
     * The same, for work of several statements: they all see the file as it was at one moment.
     *
     * @throws Unavailable when it cannot be read now
     */
    default <T> T readOneMoment(Session.Work<T> work) {
        return read(session -> {
            session.change("BEGIN");
            try {
                return work.in(session);
            } finally {
                session.change("COMMIT");
            }
        });
    }

    @Override
    void close();
}
