package dev.sluice.integration.sandbox.report;

import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The journey of one transaction: its hops, with the invocations that they led to.
 *
 * <p>The one that made the most different hops, where each of its hops arrived; of several the one with the fewest repeats,
 * then the first.
 *
 * @param transaction its id
 * @param test the test that it belongs to
 * @param steps what happened, in the order of its beginning
 */
record Trace(String transaction, String test, List<Step> steps) {

    /** Something on the way. Times are since the first step's beginning. */
    sealed interface Step {

        /** Where it got to, and from where. */
        Event.Passed passed();

        /** When it began. */
        Duration from();

        /** When it was over. */
        Duration to();

        /** It arrived somewhere. */
        record Hop(Event.Passed passed, Duration at) implements Step {
            @Override
            public Duration from() {
                return at;
            }

            @Override
            public Duration to() {
                return at;
            }
        }

        /**
         * It arrived at a function, which had it then.
         *
         * @param passed how it got there
         * @param from when it was to be handed over
         * @param cold how much of the time a process was started
         * @param to when it had answered
         */
        record Invocation(Event.Passed passed, Duration from, Duration cold, Duration to) implements Step {}
    }

    /** The best journey of a journal; empty where none arrived anywhere. */
    static Optional<Trace> of(Journal journal) {
        var entries = journal.entries();
        return journeys(entries).entrySet().stream()
                .filter(journey -> journey.getValue().stream()
                        .allMatch(made -> made.passed().arrived()))
                .max(Comparator.<Map.Entry<Life, List<Made>>>comparingLong(journey -> different(journey.getValue()))
                        .thenComparingInt(journey -> -journey.getValue().size())
                        .thenComparingInt(
                                journey -> -journey.getValue().getFirst().number()))
                .map(journey -> trace(journey.getKey(), journey.getValue(), entries));
    }

    /** From the first step's beginning to the last one's end. */
    Duration took() {
        return steps.stream().map(Step::to).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    private record Life(String test, String transaction) {}

    private record Made(int number, Instant at, Event.Passed passed) {}

    private record Ran(int number, Event.Invoked invoked, Instant from, Instant to) {

        Duration away(Instant instant) {
            if (instant.isBefore(from)) {
                return Duration.between(instant, from);
            }
            return instant.isAfter(to) ? Duration.between(to, instant) : Duration.ZERO;
        }
    }

    private static Map<Life, List<Made>> journeys(List<Journal.Entry> entries) {
        var journeys = new LinkedHashMap<Life, List<Made>>();
        for (var entry : entries) {
            if (entry.event() instanceof Event.Passed passed && !passed.to().equals(Event.Passed.NOBODY)) {
                for (var transaction : passed.transactions()) {
                    journeys.computeIfAbsent(new Life(entry.test(), transaction), life -> new ArrayList<>())
                            .add(new Made(entry.number(), entry.at(), passed));
                }
            }
        }
        return journeys;
    }

    private static long different(List<Made> journey) {
        var ways = new HashSet<List<String>>();
        journey.forEach(
                made -> ways.add(List.of(made.passed().from(), made.passed().to())));
        return ways.size();
    }

    private static Trace trace(Life life, List<Made> journey, List<Journal.Entry> entries) {
        var ran = ran(life.test(), entries);
        var met = journey.stream().map(made -> nearest(made, ran)).toList();
        var begun = new ArrayList<>(journey.stream().map(Made::at).toList());
        met.forEach(each -> each.map(Ran::from).ifPresent(begun::add));
        var zero = begun.stream().min(Comparator.naturalOrder()).orElseThrow();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < journey.size(); i++) {
            var made = journey.get(i);
            steps.add(met.get(i)
                    .<Step>map(each -> new Step.Invocation(
                            made.passed(),
                            Duration.between(zero, each.from()),
                            each.invoked().cold(),
                            Duration.between(zero, each.to())))
                    .orElseGet(() -> new Step.Hop(made.passed(), Duration.between(zero, made.at()))));
        }
        steps.sort(Comparator.comparing(Step::from).thenComparing(Step::to));
        return new Trace(life.transaction(), life.test(), List.copyOf(steps));
    }

    /** The invocation that a hop led to: a hop may be written down before it, or when its answer is there. */
    private static Optional<Ran> nearest(Made made, List<Ran> ran) {
        return ran.stream()
                .filter(each -> isNamed(each.invoked().function(), made.passed().to()))
                .min(Comparator.<Ran, Duration>comparing(each -> each.away(made.at()))
                        .thenComparingInt(each -> Math.abs(each.number() - made.number())));
    }

    /** The invocations of a test: an entry is written when the answer is there. */
    private static List<Ran> ran(String test, List<Journal.Entry> entries) {
        var all = new ArrayList<Ran>();
        for (var entry : entries) {
            if (entry.test().equals(test) && entry.event() instanceof Event.Invoked invoked) {
                var from = entry.at().minus(invoked.took()).minus(invoked.cold());
                all.add(new Ran(entry.number(), invoked, from, entry.at()));
            }
        }
        return all;
    }

    /** Whether a name or an ARN, with whatever qualifier, is a function's. */
    private static boolean isNamed(String function, String place) {
        return place.equals(function)
                || place.startsWith(function + ":")
                || place.endsWith(":" + function)
                || place.contains(":" + function + ":");
    }
}
