package dev.sluice.handlers.telemetry;

import dev.sluice.handlers.port.Trace;
import java.time.Instant;
import java.util.function.Consumer;

/** Where a function's lines go; in Lambda that is standard output, which CloudWatch reads. */
public final class Telemetry {

    private final Consumer<String> lines;

    public Telemetry(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Begins the one line of an invocation. */
    public InvocationLine begin(String function, Instant startedAt) {
        return new InvocationLine(function, startedAt, lines);
    }

    /** Begins the one line of an invocation whose trace is known at once. */
    public InvocationLine begin(String function, Instant startedAt, Trace trace) {
        return begin(function, startedAt).trace(trace);
    }
}
