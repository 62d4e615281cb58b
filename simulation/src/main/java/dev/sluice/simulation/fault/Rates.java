package dev.sluice.simulation.fault;

import dev.sluice.simulation.schedule.Draw;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How probable each kind of fault is at a call, 0 to 1; kinds that are not there do not happen. */
public record Rates(Map<Kind, Double> byKind) {

    /** Nothing goes wrong. */
    public static final Rates NONE = new Rates(Map.of());

    private static final List<Kind> KINDS = List.of(
            Kind.FAILS_BEFORE,
            Kind.FAILS_AFTER,
            Kind.HANGS,
            Kind.HANGS_AND_FAILS,
            Kind.DIES_BEFORE,
            Kind.DIES_AFTER,
            Kind.COMES_LATE,
            Kind.IS_LOST,
            Kind.IS_REPEATED);

    public Rates {
        byKind = byKind.isEmpty() ? Map.of() : new EnumMap<>(byKind);
    }

    /** Some runs are calm, some have one kind of fault only, some have all, a few are wild. */
    public static Rates drawn(Draw draw) {
        var mood = draw.fraction();
        if (mood < 0.06) {
            return NONE;
        }
        var rates = new EnumMap<Kind, Double>(Kind.class);
        if (mood < 0.3) {
            var kind = draw.of(KINDS);
            rates.put(kind, (0.02 + 0.2 * draw.fraction()) * share(kind));
            return new Rates(rates);
        }
        var most = mood < 0.85 ? 0.02 : 0.08;
        for (var kind : KINDS) {
            rates.put(kind, most * draw.fraction() * share(kind));
        }
        return new Rates(rates);
    }

    /** A process that dies at every fifth call never even starts. */
    private static double share(Kind kind) {
        return kind == Kind.DIES_BEFORE || kind == Kind.DIES_AFTER ? 0.25 : 1;
    }

    double of(Kind kind) {
        return byKind.getOrDefault(kind, 0.0);
    }
}
