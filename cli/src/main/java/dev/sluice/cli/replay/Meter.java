package dev.sluice.cli.replay;

/** Shows how far something long has come. */
public interface Meter extends AutoCloseable {

    /** Shows nothing. */
    Meter SILENT = (task, done, of) -> {};

    /** So much of a task is done. */
    void shows(String task, long done, long of);

    @Override
    default void close() {}
}
