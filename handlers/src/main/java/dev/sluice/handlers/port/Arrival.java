package dev.sluice.handlers.port;

import dev.sluice.domain.enrichment.EnrichedTransaction;
import java.time.Instant;

/**
 * An enriched transaction on its way into the store.
 *
 * @param receivedAt when the request arrived, to the millisecond
 * @param storedAt the present time, to the millisecond
 */
public record Arrival(EnrichedTransaction enriched, Instant receivedAt, Instant storedAt, Trace trace) {}
