package dev.sluice.domain.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an account's history says about one of its transactions, as of one moment.
 *
 * <p>The order of an account's transactions is that of when they occurred, then of their ids.
 *
 * @param asOf the moment; all that was stored by then is seen
 * @param windows for each window what the account did, a line a billing currency, sorted by its code; the transaction is
 *     in all of them
 * @param previousAt when the transaction before this one occurred, if there is one
 * @param firstSeen what this transaction is the first one stored to be seen with
 * @param alike the first transaction other than this one that looks like it
 * @param rates the effective rates of its currency pair in the transactions before it, the latest first, at most
 *     {@value #MOST_RATES}
 * @param original what it undoes, where it undoes something that is stored
 */
public record AccountFacts(
        AsOf asOf,
        Map<Window, List<Activity>> windows,
        Optional<Instant> previousAt,
        Set<Seen.Kind> firstSeen,
        Optional<String> alike,
        List<BigDecimal> rates,
        Optional<Original> original) {

    /** How many rates a median is taken of at most. */
    public static final int MOST_RATES = 101;

    public AccountFacts {
        var copy = new EnumMap<Window, List<Activity>>(Window.class);
        for (var window : Window.values()) {
            copy.put(window, List.copyOf(windows.getOrDefault(window, List.of())));
        }
        // In the order of their constants: a run of the simulation is to read the same in every process.
        windows = Collections.unmodifiableMap(copy);
        var seen = EnumSet.noneOf(Seen.Kind.class);
        seen.addAll(firstSeen);
        firstSeen = Collections.unmodifiableSet(seen);
        rates = List.copyOf(rates);
    }
}
