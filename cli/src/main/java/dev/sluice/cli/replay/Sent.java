package dev.sluice.cli.replay;

import java.time.Instant;

/**
 * A row that the pipeline accepted.
 *
 * @param receivedAt when, as the pipeline said
 * @param maybeBefore whether an earlier request of this replay may have arrived too, its answer lost
 */
public record Sent(long number, long line, String id, Instant receivedAt, boolean maybeBefore) {}
