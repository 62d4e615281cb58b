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

    @Override
    void close();
}
