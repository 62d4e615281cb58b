package dev.sluice.integration.sandbox.report;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long functions and hops took: computed from the journal. */
final class Timings {

    private Timings() {}

    /**
     * A function as it was seen from outside.
     *
     * @param function its name
     * @param invocations how often it was invoked
     * @param failures how many of these failed
     * @param cold how long its processes took to start
     * @param warm how long it took to answer where the process was there already and nothing failed
     */
    record Seen(String function, int invocations, int failures, Optional<Spread> cold, Optional<Spread> warm) {}

    /**
     * A hop.
     *
     * @param from where from
     * @param to where to
     * @param arrived how often something arrived
     * @param lost how often it did not
     * @param since how long after the transaction's hop before that
     */
    record Hop(String from, String to, int arrived, int lost, Optional<Spread> since) {}

    /** Each of these functions, invoked or not. */
    static List<Seen> functions(List<DeployedFunction> functions, Journal journal) {
        var invoked = journal.of(Event.Invoked.class).toList();
        return functions.stream().map(function -> seen(function, invoked)).toList();
    }

    private static Seen seen(DeployedFunction function, List<Event.Invoked> all) {
        var own = all.stream().filter(each -> function.goesBy(each.function())).toList();
        return new Seen(
                function.name(),
                own.size(),
                (int) own.stream().filter(Event.Invoked::failed).count(),
                Spread.of(own.stream().map(Event.Invoked::cold).filter(Duration::isPositive)),
                Spread.of(own.stream()
                        .filter(each -> each.cold().isZero() && !each.failed())
                        .map(Event.Invoked::took)));
    }

    /** Every hop that was made or tried, in the order of its first time. */
    static List<Hop> hops(Journal journal, Flow flow) {
        var tallies = new LinkedHashMap<Flow.Way, Tally>();
        var before = new HashMap<Life, Instant>();
        // What happens at once need not be written down in its order.
        var entries = journal.entries().stream()
                .sorted(Comparator.comparing(Journal.Entry::at))
                .toList();
        for (var entry : entries) {
            if (entry.event() instanceof Event.Passed passed) {
                var tally = tallies.computeIfAbsent(flow.way(passed), way -> new Tally());
                tally.count(passed);
                for (var transaction : passed.transactions()) {
                    var life = new Life(entry.test(), transaction);
                    Optional.ofNullable(before.put(life, entry.at()))
                            .filter(at -> passed.arrived())
                            .ifPresent(at -> tally.since.add(Duration.between(at, entry.at())));
                }
            }
        }
        return tallies.entrySet().stream().map(Timings::hop).toList();
    }

    private static Hop hop(Map.Entry<Flow.Way, Tally> counted) {
        var way = counted.getKey();
        var tally = counted.getValue();
        return new Hop(way.from(), way.to(), tally.arrived, tally.lost, Spread.of(tally.since.stream()));
    }

    /** A transaction during one test: another test may send the same again. */
    private record Life(String test, String transaction) {}

    private static final class Tally {
        private final List<Duration> since = new ArrayList<>();
        private int arrived;
        private int lost;

        void count(Event.Passed passed) {
            if (passed.arrived()) {
                arrived++;
            } else {
                lost++;
            }
        }
    }
}
