package dev.sluice.integration.sandbox.gateway;

import java.time.Duration;
import java.util.Optional;

/**
 * How a request was served.
 *
 * @param route the method that it led to: {@code POST /webhook}
 * @param to what was behind it: a function's name
 * @param sent the answer
 * @param called whether the function was called
 * @param refusal why API Gateway answered by itself, where it did
 * @param integration how long the integration took, where it came so far
 */
record Served(
        String route,
        String to,
        Sent sent,
        boolean called,
        Optional<Refusal> refusal,
        Optional<Duration> integration) {}
