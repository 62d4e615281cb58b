package dev.sluice.local;

import dev.sluice.domain.risk.RiskPolicy;
import dev.sluice.local.http.Pages;
import dev.sluice.local.http.Witness;
import dev.sluice.local.sqlite.Database;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;

/** What runs in a pipeline's process with it, and is no part of it: the console, say. */
public interface Attachment extends AutoCloseable {

    /** Makes what is to run, once the pipeline's file is open and before its front is. */
    @FunctionalInterface
    interface Maker {

        /** Nothing runs with it. */
        Maker NONE = inside -> new Attachment() {
            @Override
            public Pages pages() {
                return Pages.NONE;
            }

            @Override
            public Witness witness() {
                return Witness.NONE;
            }

            @Override
            public void close() {
                // There is nothing to end.
            }
        };

        Attachment make(Inside inside);
    }

    /**
     * What an attachment may use of the pipeline.
     *
     * @param host that the front listens on
     * @param folder the pipeline's
     * @param database its file
     * @param operatorToken what operators show
     * @param risk what raises a score, and from where on it flags
     * @param clock the time
     * @param random chance
     * @param troubles told a sentence when something goes wrong; never a payload
     */
    record Inside(
            String host,
            Path folder,
            Database database,
            String operatorToken,
            RiskPolicy risk,
            InstantSource clock,
            SecureRandom random,
            Consumer<String> troubles) {

        /** Says nothing of the token: this must be safe to log. */
        @Override
        public String toString() {
            return "Inside[" + folder + "]";
        }
    }

    /** What it has the front answer. */
    Pages pages();

    /** Who sees what the front answers. */
    Witness witness();

    /** The front listens on that port from now on. */
    default void listening(int port) {}

    /** Ends what it has under way, before the front stops: a flow that went on would hold it up. */
    @Override
    void close();
}
