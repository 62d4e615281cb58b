package dev.sluice.simulation.fault;

import dev.sluice.local.sqlite.Session;
import dev.sluice.local.sqlite.Writer;
import org.jspecify.annotations.Nullable;

/** Writes into the file, which goes wrong now and then. */
public final class FaultyWriter implements Writer {

    private final Writer file;
    private final Calls calls;

    public FaultyWriter(Writer file, Calls calls) {
        this.file = file;
        this.calls = calls;
    }

    @Override
    public <T extends @Nullable Object> T write(Session.Work<T> work) {
        return calls.write(() -> file.write(work));
    }

    @Override
    public void writeSometime(Session.Work<?> work) {
        if (!calls.losesTidyWrite()) {
            file.writeSometime(work);
        }
    }

    @Override
    public void close() {
        // The file outlives the process.
    }
}
