package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.Unavailable;
import org.jspecify.annotations.Nullable;

/** The one way to change the file. */
public interface Writer extends AutoCloseable {

    /**
     * Does the work in a transaction of its own or in one shared with others; when this returns, it is committed and on
     * the disk. The work may be run again where the transaction had to be rolled back, so it changes nothing but the file.
     *
     * @throws Unavailable when it may not be: the writer is stopped or has too much to do, or the file refused it
     */
    <T extends @Nullable Object> T write(Session.Work<T> work);

    /**
     * Does the work some time, if the process lives and the file takes it. For effects that are merely tidy: their loss
     * must be harmless.
     */
    void writeSometime(Session.Work<?> work);

    /** Finishes what was handed in, then stops. */
    @Override
    void close();
}
