package dev.sluice.simulation.fault;

import dev.sluice.local.sqlite.Reader;
import dev.sluice.local.sqlite.Session;

/** Looks into the file, which goes wrong now and then. */
public final class FaultyReader implements Reader {

    private final Reader file;
    private final Calls calls;

    public FaultyReader(Reader file, Calls calls) {
        this.file = file;
        this.calls = calls;
    }

    @Override
    public <T> T read(Session.Work<T> work) {
        return calls.look(() -> file.read(work));
    }

    @Override
    public void close() {
        // The file outlives the process.
    }
}
