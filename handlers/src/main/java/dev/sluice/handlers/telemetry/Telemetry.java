package dev.sluice.handlers.telemetry;

import dev.sluice.handlers.port.Trace;
import java.time.Instant;
import java.util.function.Consumer;

/** Where a function's lines go; in Lambda that is standard output, which CloudWatch reads. */
public final class Telemetry {

    private static final String NAMESPACE = "Sluice";

    private final Consumer<String> lines;
    private final String namespace;

    /** Lines whose metrics lie in the namespace {@code Sluice}. */
    public Telemetry(Consumer<String> lines) {
        this(lines, NAMESPACE);
    }

    /**
     * Lines whose metrics lie in a namespace.
     *
     * @param namespace where CloudWatch keeps the metrics: one for each environment that shares an account
     */
    public Telemetry(Consumer<String> lines, String namespace) {
        this.lines = lines;
        this.namespace = namespace;
    }

    /** Begins the one line of an invocation. */
    public InvocationLine begin(String function, Instant startedAt) {
        return new InvocationLine(function, namespace, startedAt, lines);
    }

    /** Begins the one line of an invocation whose trace is known at once. */
    public InvocationLine begin(String function, Instant startedAt, Trace trace) {
        return begin(function, startedAt).trace(trace);
    }
}
