package dev.sluice.compliance.remediating;

import dev.sluice.compliance.repair.Mode;
import java.time.Instant;

/**
 * What is asked of every finding of a request.
 *
 * @param by who sent the request, as the queue knows it
 */
record Asked(Instant scan, Mode mode, String by) {}
