package dev.sluice.infra.alarm;

import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Metrics;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource;
import dev.sluice.blueprint.Trigger;
import dev.sluice.infra.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dashboard: the pipeline from left to right, a column a function, and below what waits and what was given up on.
 *
 * <p>The functions share the columns of the grid evenly.
 */
public final class TransactionsDashboard {

    private static final Blueprint BLUEPRINT = Pipeline.BLUEPRINT;

    private final Settings settings;
    private final Meters meters;
    private final Grid grid;

    private TransactionsDashboard(Settings settings, String region) {
        this.settings = settings;
        this.meters = new Meters(settings);
        this.grid = new Grid(region);
    }

    /** The body as CloudWatch takes it. */
    public static String of(Settings settings, String region, String apiName, String stage) {
        return new TransactionsDashboard(settings, region).draw(apiName, stage);
    }

    private String draw(String apiName, String stage) {
        var functions = BLUEPRINT.functions();
        var width = Grid.WIDTH / functions.size();
        var y = 0;
        grid.text(
                y,
                "# Sluice " + settings.suffix() + "\nFrom left to right as a transaction goes; sums are of 5 minutes.");
        y += 2;
        for (var i = 0; i < functions.size(); i++) {
            grid.chart(i * width, y, width, functions.get(i).name(), outcomes(functions.get(i), apiName, stage));
        }
        y += Grid.HEIGHT;
        for (var i = 0; i < functions.size(); i++) {
            var function = functions.get(i);
            var duration = meters.lambda(function, "Duration");
            grid.chart(
                    i * width,
                    y,
                    width,
                    function.name() + ": ms, p50 and p99",
                    List.of(duration.by("p50"), duration.by("p99")));
        }
        y += Grid.HEIGHT;
        for (var i = 0; i < functions.size(); i++) {
            var function = functions.get(i);
            grid.chart(
                    i * width,
                    y,
                    width,
                    function.name() + ": failures",
                    List.of(
                            meters.lambda(function, "Errors"),
                            meters.lambda(function, "Throttles"),
                            meters.lambda(function, "ConcurrentExecutions").by("Maximum")));
        }
        y += Grid.HEIGHT;
        grid.chart(0, y, Grid.WIDTH / 3, "what waits: oldest, in ms or s", waiting());
        grid.chart(
                Grid.WIDTH / 3, y, Grid.WIDTH / 3, "dead letters", deadLetters("ApproximateNumberOfMessagesVisible"));
        grid.chart(
                2 * Grid.WIDTH / 3,
                y,
                Grid.WIDTH / 3,
                "dead letters: age in s",
                deadLetters("ApproximateAgeOfOldestMessage"));
        return grid.body();
    }

    private List<Metric> outcomes(Function function, String apiName, String stage) {
        var own = Stream.of(
                        Metrics.ACCEPTED,
                        Metrics.REFUSED,
                        Metrics.VERIFIED_BY_OLDER_SECRET,
                        Metrics.STORED,
                        Metrics.DUPLICATES,
                        Metrics.CONFLICTS,
                        Metrics.NOT_STORED,
                        Metrics.ENRICHED,
                        Metrics.FLAGGED,
                        Metrics.NOT_ENRICHED,
                        Metrics.ALERTS,
                        Metrics.NOT_TOLD,
                        Metrics.UNAVAILABLE)
                .filter(name -> counts(function, name))
                .map(name -> meters.own(function, name));
        var requests = function.equals(Pipeline.VALIDATOR)
                ? Stream.of("Count", "4XXError", "5XXError").map(name -> meters.api(name, apiName, stage))
                : Stream.of(meters.lambda(function, "Invocations"));
        return Stream.concat(requests, own).toList();
    }

    private static boolean counts(Function function, String metric) {
        return switch (metric) {
            case Metrics.ACCEPTED, Metrics.REFUSED, Metrics.VERIFIED_BY_OLDER_SECRET ->
                function.equals(Pipeline.VALIDATOR);
            case Metrics.STORED, Metrics.DUPLICATES, Metrics.CONFLICTS, Metrics.NOT_STORED ->
                function.equals(Pipeline.PROCESSOR);
            case Metrics.ENRICHED, Metrics.FLAGGED, Metrics.NOT_ENRICHED -> function.equals(Pipeline.ENRICHER);
            case Metrics.ALERTS, Metrics.NOT_TOLD -> function.equals(Pipeline.NOTIFIER);
            default -> function.equals(Pipeline.VALIDATOR) || function.equals(Pipeline.QUERY);
        };
    }

    private List<Metric> waiting() {
        var metrics = new ArrayList<Metric>();
        for (var function : BLUEPRINT.functions()) {
            for (var trigger : function.triggers()) {
                switch (trigger) {
                    case Trigger.Stream ignored ->
                        metrics.add(meters.lambda(function, "IteratorAge").by("Maximum"));
                    case Trigger.Messages messages ->
                        metrics.add(meters.sqs(messages.queue().name(), "ApproximateAgeOfOldestMessage")
                                .by("Maximum"));
                    case Trigger.Route ignored -> {}
                    case Trigger.Subscription ignored -> {}
                    case Trigger.Schedule ignored -> {}
                }
            }
        }
        return metrics;
    }

    private List<Metric> deadLetters(String metric) {
        return BLUEPRINT.resources().stream()
                .filter(Resource.DeadLetterQueue.class::isInstance)
                .map(queue -> meters.sqs(queue.name(), metric).by("Maximum"))
                .toList();
    }
}
