package dev.sluice.simulation.world;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Function;
import dev.sluice.simulation.fault.Calls;
import dev.sluice.simulation.fault.Faults;
import dev.sluice.simulation.fault.Kind;
import dev.sluice.simulation.fault.Mortal;
import dev.sluice.simulation.schedule.Draws;
import dev.sluice.simulation.schedule.Scheduler;
import dev.sluice.simulation.schedule.Trace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a function is entered: who enters is named after what it carries, and now and then the same is handed over once more,
 * at the same time or long after.
 */
final class Doorway implements RequestStreamHandler {

    private static final Pattern CORRELATION_ID = Pattern.compile("correlationId\\W+(?:S\\W+)?([a-z0-9.]+)");

    private final Function function;
    private final RequestStreamHandler inside;
    private final Map<String, Integer> names;
    private final Calls calls;
    private final Faults faults;
    private final Draws draws;
    private final Scheduler scheduler;
    private final Mortal process;
    private final Trace trace;

    Doorway(
            Function function,
            RequestStreamHandler inside,
            Map<String, Integer> names,
            Calls calls,
            Faults faults,
            Draws draws,
            Scheduler scheduler,
            Mortal process,
            Trace trace) {
        this.function = function;
        this.inside = inside;
        this.names = names;
        this.calls = calls;
        this.faults = faults;
        this.draws = draws;
        this.scheduler = scheduler;
        this.process = process;
        this.trace = trace;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var bytes = event.readAllBytes();
        var name = name(new String(bytes, StandardCharsets.UTF_8));
        var me = scheduler.current();
        me.rename(name);
        scheduler.rest(draws.at("begin " + name).between(0, 20));
        if (calls.repeats()) {
            repeat(name, bytes, context);
        }
        trace.note(name, () -> "begins (" + context.getAwsRequestId() + ")");
        var said = new ByteArrayOutputStream();
        try {
            inside.handleRequest(new ByteArrayInputStream(bytes), said, context);
        } catch (RuntimeException e) {
            trace.note(name, () -> "throws " + e.getMessage());
            throw e;
        }
        trace.note(name, () -> "returns " + said.toString(StandardCharsets.UTF_8));
        said.writeTo(answer);
    }

    private void repeat(String name, byte[] bytes, Context context) {
        var draw = draws.at("repeat " + name);
        var delay = draw.chance(0.6) ? draw.between(0, 50) : draw.between(0, 3_600_000);
        scheduler.spawn(name + " (repeat)", process.life(), delay, () -> {
            try {
                faults.count(Kind.IS_REPEATED, name);
                inside.handleRequest(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream(), context);
                trace.note(name, () -> "the repeat returned");
            } catch (IOException | RuntimeException e) {
                trace.note(name, () -> "the repeat failed: " + e.getMessage());
            }
            process.wake();
        });
    }

    /** What it carries, and which time it is. */
    private String name(String event) {
        var carried = new LinkedHashSet<String>();
        var found = CORRELATION_ID.matcher(event);
        while (found.find()) {
            carried.add(found.group(1));
        }
        var name = function.name() + "/"
                + (carried.isEmpty() ? "unreadable" : carried.getFirst())
                + (carried.size() < 2 ? "" : "+" + (carried.size() - 1));
        return name + "#" + names.merge(name, 1, Integer::sum);
    }
}
