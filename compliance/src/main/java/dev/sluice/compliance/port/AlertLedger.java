package dev.sluice.compliance.port;

import java.time.Instant;

/** Remembers which alerts were published, so that each is published once. */
public interface AlertLedger {

    /**
     * Whether an alert was published and recorded.
     *
     * @throws dev.sluice.handlers.port.Unavailable when that cannot be read
     */
    boolean isPublished(String alertId);

    /**
     * Claims the right to publish an alert. Of many who claim it at the same moment one is granted it; whoever died with a
     * claim loses it when it ends.
     *
     * @param now the present time, to the millisecond
     * @param until when the claim ends, to the millisecond, unless the alert is recorded as published before
     * @return whether the caller is to publish it
     * @throws dev.sluice.handlers.port.Unavailable when it may or may not be claimed; then it is free again at {@code until}
     */
    boolean claim(String alertId, Instant now, Instant until);

    /**
     * Records that it was published; from then on nobody is granted it.
     *
     * @throws dev.sluice.handlers.port.Unavailable when it may not be durable; recording it again is safe
     */
    void published(String alertId, Instant at);
}
