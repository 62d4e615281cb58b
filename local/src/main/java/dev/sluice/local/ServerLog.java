package dev.sluice.local;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the HTTP server has to say, as sentences in the pipeline's own log: warnings only, and never a stack trace. */
final class ServerLog extends Handler {

    private static final int LONGEST = 300;

    /** Held here, since the logging system itself forgets loggers that nobody holds. */
    private static final Logger SERVER = Logger.getLogger("io.helidon");

    private final Consumer<String> troubles;

    private ServerLog(Consumer<String> troubles) {
        this.troubles = troubles;
        setLevel(Level.WARNING);
    }

    static AutoCloseable into(Consumer<String> troubles) {
        var log = new ServerLog(troubles);
        SERVER.setUseParentHandlers(false);
        SERVER.addHandler(log);
        return () -> SERVER.removeHandler(log);
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            var thrown = record.getThrown();
            var said = "server: " + record.getMessage()
                    + (thrown == null ? "" : ": " + thrown.getClass().getSimpleName());
            troubles.accept(said.length() <= LONGEST ? said : said.substring(0, LONGEST));
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // The pipeline closes its log itself.
    }
}
