package dev.sluice.handlers.port;

import dev.sluice.domain.transaction.Identity;
import java.time.Instant;

/** Remembers which alerts were published, so that each is published once. */
public interface AlertLedger {

    /**
     * Claims the right to publish an alert. Of many who claim it at the same moment one is granted it.
     *
     * @param now the present time, to the millisecond
     * @param until when the claim ends, to the millisecond, unless the alert is recorded as published before; a claim ends
     *     at that very moment
     * @throws Unavailable when it may or may not be claimed; then it is, at the latest, free again at {@code until}
     */
    Claim claim(Identity identity, String alertId, Instant now, Instant until);

    /**
     * Records that it was published; from then on nobody is granted it.
     *
     * @throws Unavailable when it may not be durable; recording it again is safe
     */
    void published(Identity identity, String alertId, Instant at);

    /** What came of a claim. */
    enum Claim {
        /** The caller publishes it. */
        GRANTED,
        /** Somebody else is about to publish it, or died on the way; try again later. */
        HELD,
        /** It was published and recorded. */
        PUBLISHED
    }
}
