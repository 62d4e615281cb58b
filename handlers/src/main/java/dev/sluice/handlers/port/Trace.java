package dev.sluice.handlers.port;

import java.util.Optional;

/**
 * What ties one transaction's steps together, across every hop.
 *
 * @param correlationId 1–64 characters
 * @param traceHeader X-Ray's {@code X-Amzn-Trace-Id}, where there is one
 */
public record Trace(String correlationId, Optional<String> traceHeader) {}
