package dev.sluice.console.transaction;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.port.StoredTransaction;
import dev.sluice.local.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of a transaction that is stored, step by step, from what is known of it. */
record Way(StoredTransaction stored, Trail trail, Map<String, Retried> retried) {

    Way {
        retried = Map.copyOf(retried);
    }

    /** A function that needed more than one attempt; the last one did it. */
    record Retried(int attempts, String lastReason) {}

    /** In order. That somebody is told is a step only where there is something to tell, as far as that is known. */
    List<Hop> hops() {
        var hops = new ArrayList<Hop>();
        hops.add(hop(Pipeline.VALIDATOR, "received", Optional.of(stored.receivedAt())));
        hops.add(hop(Pipeline.PROCESSOR, "stored", Optional.of(stored.storedAt())));
        hops.add(hop(Pipeline.ENRICHER, "enriched", trail.enrichedAt()));
        if (isToTell()) {
            hops.add(hop(Pipeline.NOTIFIER, "told", toldAt()));
        }
        return hops;
    }

    private boolean isToTell() {
        return switch (stored.status()) {
            case FLAGGED, NOTIFIED -> true;
            case RECEIVED, ENRICHED ->
                !trail.alerts().isEmpty()
                        || waiting(Pipeline.NOTIFIER).isPresent()
                        || givenUp(Pipeline.NOTIFIER).isPresent();
        };
    }

    private Optional<Instant> toldAt() {
        var first = trail.alerts().stream().map(Trail.Published::firstAt).min(Instant::compareTo);
        return switch (stored.status()) {
            case RECEIVED, ENRICHED, NOTIFIED -> first;
            // Some of its alerts may be published: it is told of when all are.
            case FLAGGED -> Optional.empty();
        };
    }

    private Hop hop(Function function, String name, Optional<Instant> at) {
        if (at.isPresent()) {
            var again = Optional.ofNullable(retried.get(function.name()));
            return new Hop(
                    function,
                    name,
                    at,
                    Optional.of(again.map(Retried::attempts).orElse(1)),
                    again.map(Retried::lastReason),
                    Optional.empty());
        }
        var waiting = waiting(function);
        return new Hop(
                function,
                name,
                at,
                waiting.map(Trail.UnderWay::attempts),
                waiting.flatMap(Trail.UnderWay::lastReason),
                // What is under way again after somebody redrove it has not failed.
                waiting.isPresent() ? Optional.empty() : givenUp(function));
    }

    private Optional<Trail.UnderWay> waiting(Function function) {
        return trail.underWay().stream()
                .filter(way -> way.function().equals(function.name()))
                .findFirst();
    }

    private Optional<String> givenUp(Function function) {
        return trail.deadLetters().stream()
                .filter(letter -> letter.function().equals(function.name()))
                .map(letter -> letter.reasons().getLast())
                .findFirst();
    }
}
