package dev.sluice.console.live;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.local.HopCensus;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the file says at a moment, as far as that is cheap to ask each second however much is stored.
 *
 * @param stored transactions, ever
 * @param unassessed of them, at most {@link #MOST_COUNTED}
 * @param flagged of them
 * @param alerts published, ever
 * @param givenUp letters, ever
 * @param conflicts at most {@link #MOST_COUNTED}
 * @param hops in the order a transaction meets them
 */
record Look(
        long stored, long unassessed, long flagged, long alerts, long givenUp, long conflicts, List<HopCensus> hops) {

    /** What there is more of is not counted to its end: more than that is simply much. */
    static final int MOST_COUNTED = 100_000;

    Look {
        hops = List.copyOf(hops);
    }

    /** Transactions are never deleted, so that the last row's number says how many there are; the sequences say it of the rest. */
    static Look read(Session session) throws SQLException {
        var hops = hops(session);
        return session.row(
                        """
                        SELECT
                          (SELECT coalesce(max(row), 0) FROM transactions),
                          (SELECT count(*) FROM (SELECT 1 FROM transactions WHERE status = 'RECEIVED' LIMIT ?)),
                          (SELECT count(*) FROM transactions WHERE status IN ('FLAGGED', 'NOTIFIED')),
                          (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'alerts'),
                          (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'dead_letters'),
                          (SELECT count(*) FROM (SELECT 1 FROM conflicts LIMIT ?))""",
                        row -> new Look(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                hops),
                        MOST_COUNTED,
                        MOST_COUNTED)
                .orElseThrow();
    }

    private static List<HopCensus> hops(Session session) throws SQLException {
        var hops = new ArrayList<HopCensus>();
        for (var function : Pipeline.BLUEPRINT.functions()) {
            if (function.isDeliveredTo()) {
                hops.add(HopCensus.read(session, function, MOST_COUNTED));
            }
        }
        return hops;
    }

    long assessed() {
        return stored - unassessed;
    }

    /** How much of its work that function has done, ever. */
    long done(String function) {
        if (function.equals(Pipeline.PROCESSOR.name())) {
            return stored;
        }
        return function.equals(Pipeline.ENRICHER.name()) ? assessed() : alerts;
    }

    /** What is for that function. */
    long underWay(String function) {
        return hops.stream()
                .filter(hop -> hop.function().equals(function))
                .mapToLong(hop -> hop.waiting() + hop.inFlight())
                .sum();
    }

    long underWay() {
        return hops.stream().mapToLong(hop -> hop.waiting() + hop.inFlight()).sum();
    }

    long dead() {
        return hops.stream().mapToLong(HopCensus::dead).sum();
    }
}
