package dev.sluice.console.refused;

import dev.sluice.handlers.intake.Sources;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sources whose names are told: those that proved to be one. Whoever shows no valid signature chooses the name in the
 * address, and may write there what nobody is to read.
 */
final class KnownSources {

    /** Stands for all others. */
    static final String UNKNOWN = "(unknown)";

    /** Whoever names none in the address. */
    static final String DEFAULT = Sources.DEFAULT;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    KnownSources(Collection<String> before) {
        known.addAll(before);
        known.add(DEFAULT);
    }

    /** Its signature was verified. */
    void proved(String source) {
        // Asked first: looking is cheaper than adding what is there, and this is on the way of each request.
        if (!known.contains(source)) {
            known.add(source);
        }
    }

    String told(String source) {
        return known.contains(source) ? source : UNKNOWN;
    }
}
