package dev.sluice.simulation.fault;

import dev.sluice.handlers.port.Unavailable;
import dev.sluice.simulation.schedule.Actor;
import dev.sluice.simulation.schedule.Death;
import dev.sluice.simulation.schedule.Draws;
import dev.sluice.simulation.schedule.Scheduler;
import dev.sluice.simulation.schedule.Trace;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that a process says to the outside goes through here: it takes its time, others come between, and it may go wrong. */
public final class Calls {

    /** What every injected failure's message begins with. */
    public static final String INJECTED = "injected";

    private static final Set<Kind> OF_A_PORT = set(
            Kind.FAILS_BEFORE, Kind.FAILS_AFTER, Kind.HANGS, Kind.HANGS_AND_FAILS, Kind.DIES_BEFORE, Kind.DIES_AFTER);
    private static final Set<Kind> OF_THE_FILE =
            set(Kind.FAILS_BEFORE, Kind.FAILS_AFTER, Kind.DIES_BEFORE, Kind.DIES_AFTER, Kind.COMES_LATE);
    private static final Set<Kind> OF_A_LOOK = set(Kind.FAILS_BEFORE, Kind.DIES_BEFORE);
    private static final Set<Kind> OF_A_TIDY_WRITE = set(Kind.IS_LOST);
    private static final Set<Kind> OF_AN_INVOCATION = set(Kind.IS_REPEATED);

    private final Mortal process;
    private final Faults faults;
    private final Draws draws;
    private final Scheduler scheduler;
    private final Trace trace;

    public Calls(Mortal process, Faults faults, Draws draws, Scheduler scheduler, Trace trace) {
        this.process = process;
        this.faults = faults;
        this.draws = draws;
        this.scheduler = scheduler;
        this.trace = trace;
    }

    private static Set<Kind> set(Kind first, Kind... rest) {
        return Collections.unmodifiableSet(EnumSet.of(first, rest));
    }

    /** A call of a port. */
    public <T extends @Nullable Object> T port(String port, String call, Supplier<T> effect) {
        return make(port, port + "." + call, OF_A_PORT, effect);
    }

    /** A call of a port that answers nothing. */
    public void port(String port, String call, Runnable effect) {
        this.<@Nullable Object>port(port, call, () -> {
            effect.run();
            return null;
        });
    }

    /** A write into the file. */
    <T extends @Nullable Object> T write(Supplier<T> effect) {
        return make("file", "file.write", OF_THE_FILE, effect);
    }

    /** A look into the file. */
    <T> T look(Supplier<T> effect) {
        return make("file", "file.read", OF_A_LOOK, effect);
    }

    /** Whether a write that may be lost is lost. */
    boolean losesTidyWrite() {
        alive();
        return faults.at(point("file.sometime"), "file.sometime", OF_A_TIDY_WRITE)
                .isPresent();
    }

    /** Whether what is handed over to a function now is handed over once more. */
    public boolean repeats() {
        return faults.at(point("invocation"), "invocation", OF_AN_INVOCATION).isPresent();
    }

    private <T extends @Nullable Object> T make(String port, String call, Set<Kind> possible, Supplier<T> effect) {
        alive();
        var me = scheduler.current();
        var point = point(call);
        rest(point + " before");
        if (faults.isDown(port, point)) {
            me.disturb();
            throw unavailable(call, "is down");
        }
        var fault = faults.at(point, call, possible);
        if (fault.isEmpty()) {
            var result = effect.get();
            trace.note(me.name(), () -> call + (result == null ? "" : " → " + brief(result)));
            rest(point + " after");
            return result;
        }
        me.disturb();
        // Whatever came of it: on real time somebody looks at the file every second.
        process.wake();
        return wrong(fault.get(), me, call, point, effect);
    }

    /** Lets it happen; what it returns reaches nobody. */
    @SuppressWarnings("ReturnValueIgnored")
    private static void happen(Supplier<? extends @Nullable Object> effect) {
        effect.get();
    }

    private <T extends @Nullable Object> T wrong(Kind kind, Actor me, String call, String point, Supplier<T> effect) {
        return switch (kind) {
            case FAILS_BEFORE -> throw unavailable(call, "did not answer");
            case FAILS_AFTER -> {
                happen(effect);
                rest(point + " after");
                throw unavailable(call, "did not answer in time");
            }
            case HANGS -> {
                scheduler.rest(hang(point));
                var result = effect.get();
                trace.note(me.name(), () -> call + " at last" + (result == null ? "" : " → " + brief(result)));
                rest(point + " after");
                yield result;
            }
            case HANGS_AND_FAILS -> {
                scheduler.rest(hang(point));
                throw unavailable(call, "hung and did not answer");
            }
            case DIES_BEFORE -> {
                process.die();
                throw new Death();
            }
            case DIES_AFTER -> {
                happen(effect);
                process.die();
                throw new Death();
            }
            case COMES_LATE -> {
                var delay = draws.at("late " + point).between(1, 45_000);
                scheduler.spawn(point + " (late)", process.life(), delay, () -> {
                    try {
                        happen(effect);
                        trace.note(me.name(), () -> call + " comes late");
                    } catch (Unavailable e) {
                        trace.note(me.name(), () -> call + " would have come late, and failed");
                    }
                    process.wake();
                });
                throw unavailable(call, "took too long");
            }
            case IS_LOST, IS_REPEATED, IS_DOWN, IS_KILLED, CLOCK_STEPS ->
                throw new IllegalStateException(kind + " is no fault of a call");
        };
    }

    private void alive() {
        if (process.life().isOver()) {
            throw new Death();
        }
    }

    private String point(String call) {
        var me = scheduler.current();
        return me.name() + " " + call + "#" + me.count(call);
    }

    /** Most calls take little time, some take long. */
    private void rest(String point) {
        var draw = draws.at("pause " + point);
        var speed = draw.fraction();
        scheduler.rest(speed < 0.5 ? draw.between(0, 4) : speed < 0.92 ? draw.between(0, 40) : draw.between(0, 1_500));
    }

    private long hang(String point) {
        var draw = draws.at("hang " + point);
        return draw.chance(0.05) ? draw.between(300_000, 7_200_000) : draw.between(8_000, 150_000);
    }

    private Unavailable unavailable(String call, String what) {
        return new Unavailable(INJECTED + ": " + call + " " + what);
    }

    private static String brief(Object result) {
        // What has no words of its own would show where it lies in memory, which no two runs share.
        var text = result instanceof List<?> list ? list.size() + " of them" : String.valueOf(result);
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
