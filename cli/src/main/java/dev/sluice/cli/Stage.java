package dev.sluice.cli;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.local.Census;
import dev.sluice.local.HopCensus;
import dev.sluice.local.Progress;
import java.util.List;
import java.util.Optional;

/**
 * A step of the pipeline, from left to right, as status shows it.
 *
 * @param name what has happened to a transaction there
 * @param function who does it
 * @param done how many transactions, or alerts, it has been done for
 * @param hop what waits for that function; empty where nothing does, or the step before shows it already
 */
record Stage(String name, Function function, Progress.Done done, Optional<HopCensus> hop) {

    static List<Stage> of(Census census) {
        var progress = census.progress();
        return List.of(
                new Stage("accepted", Pipeline.VALIDATOR, progress.accepted(), Optional.empty()),
                new Stage("stored", Pipeline.PROCESSOR, progress.stored(), hop(census, Pipeline.PROCESSOR)),
                new Stage("enriched", Pipeline.ENRICHER, progress.enriched(), hop(census, Pipeline.ENRICHER)),
                new Stage("flagged", Pipeline.ENRICHER, progress.flagged(), Optional.empty()),
                new Stage("alerts", Pipeline.NOTIFIER, progress.alerts(), hop(census, Pipeline.NOTIFIER)));
    }

    private static Optional<HopCensus> hop(Census census, Function function) {
        return census.hops().stream()
                .filter(hop -> hop.function().equals(function.name()))
                .findFirst();
    }
}
