package dev.sluice.local.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes deliveries over from whoever publishes them, so that nobody has to look for them in the file: they are written
 * leased, and begin with the commit. It is a short cut and no more: what it loses, the end of its lease or the next
 * start finds in the file.
 */
public interface Handover {

    /** Takes nothing over: every delivery is found in the file. */
    Handover NONE = new Handover() {
        @Override
        public Optional<Instant> reserve(int deliveries, Instant now) {
            return Optional.empty();
        }

        @Override
        public void begin(List<Lease> leases, Instant now) {
            throw new IllegalStateException("nothing was reserved");
        }

        @Override
        public void release(int deliveries) {
            throw new IllegalStateException("nothing was reserved");
        }

        @Override
        public void leftDue() {
            // Whoever steps the engine sees it.
        }
    };

    /**
     * Keeps places for so many deliveries.
     *
     * @return until when they are to be leased; empty where there are not so many places, and nothing is kept then
     */
    Optional<Instant> reserve(int deliveries, Instant now);

    /** Begins what was reserved and is committed. */
    void begin(List<Lease> leases, Instant now);

    /** Gives back what was reserved and is not known to be committed. */
    void release(int deliveries);

    /** Told that deliveries were committed that are due and not leased. */
    void leftDue();
}
