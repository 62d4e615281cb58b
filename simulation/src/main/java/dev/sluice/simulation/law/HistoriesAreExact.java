package dev.sluice.simulation.law;

import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.history.EffectiveRate;
import dev.sluice.domain.history.Likeness;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.transaction.Transaction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Entries, counts, first-seen marks, returns, and aggregates of those accounts that have them, are what one pass over all
 * that is stored gives.
 */
final class HistoriesAreExact implements Law {

    private static final BigInteger LIMB = BigInteger.TEN.pow(18);

    @Override
    public String sentence() {
        return "every line of every history is what brute force makes of what is stored";
    }

    @Override
    public List<String> broken(Run run) {
        var found = run.state().history();
        var expected = expected(run.state().stored(), found.keySet());
        var broken = new ArrayList<String>();
        expected.forEach((line, value) -> {
            if (!value.equals(found.get(line))) {
                broken.add(line + " is " + found.getOrDefault(line, "not there") + " instead of " + value);
            }
        });
        found.forEach((line, value) -> {
            if (!expected.containsKey(line)) {
                broken.add(line + " is " + value + " and should not be there");
            }
        });
        return broken;
    }

    /** @param found of which only those lines are believed that say which accounts have aggregates */
    private static Map<String, String> expected(List<Stored> stored, Set<String> found) {
        var lines = new TreeMap<String, String>();
        var counts = new HashMap<String, Long>();
        var sums = new HashMap<String, BigInteger>();
        for (var s : stored) {
            var t = s.transaction();
            var number = lines.merge("account " + s.account(), "1", (n, one) -> Long.toString(Long.parseLong(n) + 1));
            lines.put("entry " + s.account() + " " + t.identity().id(), entry(t, String.valueOf(number)));
            var aggregated = "aggregated " + s.account();
            if (found.contains(aggregated)) {
                lines.put(aggregated, "");
                for (var bucket : Bucket.holding(t.occurredAt().start())) {
                    var line = "aggregate " + s.account() + " " + bucket.width() + " "
                            + bucket.start().toEpochMilli() + " "
                            + t.billed().currency().code() + " "
                            + t.type().code();
                    counts.merge(line, 1L, Long::sum);
                    sums.merge(line, BigInteger.valueOf(t.billed().minor()), BigInteger::add);
                }
            }
            for (var seen : Seen.in(t)) {
                lines.putIfAbsent(
                        "first " + s.account() + " " + seen.kind() + " " + seen.value(),
                        t.identity().id());
            }
            if (t.type().namesOriginal() && t.originalId().isPresent()) {
                var line = "returned " + t.identity().source() + "/"
                        + t.originalId().get() + " " + t.amount().currency().code();
                counts.merge(line, 1L, Long::sum);
                sums.merge(line, BigInteger.valueOf(t.amount().minor()), BigInteger::add);
            }
        }
        sums.forEach((line, sum) ->
                lines.put(line, counts.getOrDefault(line, 0L) + " " + sum.divide(LIMB) + " " + sum.mod(LIMB)));
        return lines;
    }

    private static String entry(Transaction t, String number) {
        var rate = EffectiveRate.of(t);
        return String.join(
                " ",
                number,
                Long.toString(t.occurredAt().start().toEpochMilli()),
                t.type().code(),
                Long.toString(t.billed().minor()),
                t.billed().currency().code(),
                Likeness.of(t).map(Likeness::key).orElse("-"),
                rate.map(EffectiveRate::pair).orElse("-"),
                rate.map(r -> r.rate().toPlainString()).orElse("-"));
    }
}
