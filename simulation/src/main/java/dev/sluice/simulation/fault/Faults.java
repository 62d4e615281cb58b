package dev.sluice.simulation.fault;

import dev.sluice.simulation.schedule.Draws;
import dev.sluice.simulation.schedule.Scheduler;
import dev.sluice.simulation.schedule.Trace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Decides what goes wrong at each point of a run, and counts it. */
public final class Faults {

    private final Draws draws;
    private final Rates rates;
    private final Predicate<String> allowed;
    private final Scheduler scheduler;
    private final Trace trace;
    private final List<Outage> outages = new ArrayList<>();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Set<String> happened = new LinkedHashSet<>();
    private final Map<String, Kind> forced = new TreeMap<>();
    private boolean healed;
    private long calls;

    /**
     * Those of a run.
     *
     * @param allowed which faults may happen, by their names
     */
    public Faults(Draws draws, Rates rates, Predicate<String> allowed, Scheduler scheduler, Trace trace) {
        this.draws = draws;
        this.rates = rates;
        this.allowed = allowed;
        this.scheduler = scheduler;
        this.trace = trace;
    }

    /** From here on nothing goes wrong by itself. */
    public void heal() {
        healed = true;
    }

    public void add(Outage outage) {
        outages.add(outage);
    }

    /** Lets the next call of that name go wrong, whoever makes it, if it can go wrong that way. */
    public void force(String call, Kind kind) {
        forced.put(call, kind);
    }

    /**
     * What goes wrong at that point, of what can.
     *
     * @param call what is called there
     */
    Optional<Kind> at(String point, String call, Set<Kind> possible) {
        calls++;
        var wanted = Optional.ofNullable(forced.get(call)).filter(possible::contains);
        if (wanted.isPresent()) {
            forced.remove(call);
            count(wanted.get(), point);
            return wanted;
        }
        if (healed || rates.byKind().isEmpty()) {
            return Optional.empty();
        }
        var left = draws.at("fault " + point).fraction();
        for (var kind : possible) {
            left -= rates.of(kind);
            if (left < 0) {
                var name = point + ": " + kind.name();
                if (!allowed.test(name)) {
                    return Optional.empty();
                }
                happened.add(name);
                if (kind != Kind.IS_REPEATED) {
                    count(kind, point);
                }
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether that port is down now. */
    boolean isDown(String port, String point) {
        var down = !healed && outages.stream().anyMatch(outage -> outage.holds(port, scheduler.now()));
        if (down) {
            count(Kind.IS_DOWN, point);
        }
        return down;
    }

    /** Counts one that somebody else made happen. */
    public void count(Kind kind, String where) {
        counts.merge(kind, 1L, Long::sum);
        trace.note("*", () -> where + " " + kind);
    }

    public Map<Kind, Long> counts() {
        return counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
    }

    /** How many calls there were that could have gone wrong. */
    public long calls() {
        return calls;
    }

    /** The names of those that were drawn, in the order they happened. */
    public Set<String> happened() {
        return new LinkedHashSet<>(happened);
    }
}
