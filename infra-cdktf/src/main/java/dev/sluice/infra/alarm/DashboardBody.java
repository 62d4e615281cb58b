package dev.sluice.infra.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * <p>It is a grid of 24 columns; the functions share them evenly.
 */
public final class DashboardBody {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int WIDTH = 24;
    private static final int HEIGHT = 6;

    private final Settings settings;
    private final String region;
    private final ArrayNode widgets = JSON.arrayNode();

    private DashboardBody(Settings settings, String region) {
        this.settings = settings;
        this.region = region;
    }

    /** The body as CloudWatch takes it. */
    public static String of(Settings settings, String region, String apiName, String stage) {
        return new DashboardBody(settings, region).draw(apiName, stage);
    }

    private String draw(String apiName, String stage) {
        var alarms = new Alarms(settings);
        var functions = settings.blueprint().functions();
        var width = WIDTH / functions.size();
        var y = 0;
        text(y, "# Sluice " + settings.suffix() + "\nFrom left to right as a transaction goes; sums are of 5 minutes.");
        y += 2;
        for (var i = 0; i < functions.size(); i++) {
            chart(i * width, y, width, functions.get(i).name(), outcomes(alarms, functions.get(i), apiName, stage));
        }
        y += HEIGHT;
        for (var i = 0; i < functions.size(); i++) {
            var function = functions.get(i);
            var duration = alarms.lambda(function, "Duration");
            chart(
                    i * width,
                    y,
                    width,
                    function.name() + ": ms, p50 and p99",
                    List.of(duration.by("p50"), duration.by("p99")));
        }
        y += HEIGHT;
        for (var i = 0; i < functions.size(); i++) {
            var function = functions.get(i);
            chart(
                    i * width,
                    y,
                    width,
                    function.name() + ": failures",
                    List.of(
                            alarms.lambda(function, "Errors"),
                            alarms.lambda(function, "Throttles"),
                            alarms.lambda(function, "ConcurrentExecutions").by("Maximum")));
        }
        y += HEIGHT;
        chart(0, y, WIDTH / 3, "what waits: oldest, in ms or s", waiting(alarms));
        chart(WIDTH / 3, y, WIDTH / 3, "dead letters", deadLetters(alarms, "ApproximateNumberOfMessagesVisible"));
        chart(
                2 * WIDTH / 3,
                y,
                WIDTH / 3,
                "dead letters: age in s",
                deadLetters(alarms, "ApproximateAgeOfOldestMessage"));
        var body = JSON.objectNode();
        body.set("widgets", widgets);
        return body.toString();
    }

    private List<Metric> outcomes(Alarms alarms, Function function, String apiName, String stage) {
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
                .map(name -> alarms.own(function, name));
        var requests = function.equals(Pipeline.VALIDATOR)
                ? Stream.of("Count", "4XXError", "5XXError").map(name -> alarms.api(name, apiName, stage))
                : Stream.of(alarms.lambda(function, "Invocations"));
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

    private List<Metric> waiting(Alarms alarms) {
        var metrics = new ArrayList<Metric>();
        for (var function : settings.blueprint().functions()) {
            for (var trigger : function.triggers()) {
                switch (trigger) {
                    case Trigger.Stream ignored ->
                        metrics.add(alarms.lambda(function, "IteratorAge").by("Maximum"));
                    case Trigger.Messages messages ->
                        metrics.add(alarms.sqs(messages.queue().name(), "ApproximateAgeOfOldestMessage")
                                .by("Maximum"));
                    case Trigger.Route ignored -> {}
                    case Trigger.Subscription ignored -> {}
                }
            }
        }
        return metrics;
    }

    private List<Metric> deadLetters(Alarms alarms, String metric) {
        return settings.blueprint().resources().stream()
                .filter(Resource.DeadLetterQueue.class::isInstance)
                .map(queue -> alarms.sqs(queue.name(), metric).by("Maximum"))
                .toList();
    }

    private void text(int y, String markdown) {
        widget("text", 0, y, WIDTH, 2).putObject("properties").put("markdown", markdown);
    }

    private void chart(int x, int y, int width, String title, List<Metric> metrics) {
        var properties = widget("metric", x, y, width, HEIGHT)
                .putObject("properties")
                .put("title", title)
                .put("region", region)
                .put("view", "timeSeries")
                .put("stacked", false);
        var list = properties.putArray("metrics");
        for (var metric : metrics) {
            var row = list.addArray().add(metric.namespace()).add(metric.name());
            metric.dimensions().forEach((name, value) -> row.add(name).add(value));
            row.addObject().put("stat", metric.statistic()).put("period", metric.periodSeconds());
        }
    }

    private ObjectNode widget(String type, int x, int y, int width, int height) {
        return widgets.addObject()
                .put("type", type)
                .put("x", x)
                .put("y", y)
                .put("width", width)
                .put("height", height);
    }
}
