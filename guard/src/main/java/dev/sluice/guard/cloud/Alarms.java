package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the alarms watch. */
public final class Alarms {

    private static final String ALARM = "aws_cloudwatch_metric_alarm";

    /**
     * A metric that an alarm looks at.
     *
     * @param alarm the alarm
     * @param namespace whose it is
     * @param name its name
     * @param statistic what of it: {@code Sum}, {@code p99}
     * @param dimensions what it is a metric of
     */
    public record Metric(Resource alarm, Value namespace, Value name, Value statistic, Value dimensions) {}

    /**
     * How the metrics of a type of resources are called.
     *
     * @param namespace the service's
     * @param dimension the dimension that names the resource
     */
    private record Watched(String namespace, String dimension) {}

    /** AWS, "AWS services that publish CloudWatch metrics", and each service's page on its metrics. */
    private static final Map<String, Watched> WATCHED = Map.of(
            "aws_lambda_function", new Watched("AWS/Lambda", "FunctionName"),
            "aws_sqs_queue", new Watched("AWS/SQS", "QueueName"),
            "aws_sns_topic", new Watched("AWS/SNS", "TopicName"),
            "aws_dynamodb_table", new Watched("AWS/DynamoDB", "TableName"),
            "aws_api_gateway_rest_api", new Watched("AWS/ApiGateway", "ApiName"),
            "aws_apigatewayv2_api", new Watched("AWS/ApiGateway", "ApiId"));

    private final ResourceGraph graph;
    private final LogMetrics logs;
    private final List<Metric> metrics = new ArrayList<>();
    private final Map<String, List<Metric>> byAlarm = new HashMap<>();
    private final Map<String, OfType> byType = new HashMap<>();

    Alarms(ResourceGraph graph) {
        this.graph = graph;
        this.logs = new LogMetrics(graph);
        for (var alarm : graph.of(ALARM)) {
            if (!alarm.at("metric_name").isAbsent()) {
                var statistic = alarm.at("statistic");
                add(alarm, alarm.attributes(), statistic.isAbsent() ? alarm.at("extended_statistic") : statistic);
            }
            for (var query : alarm.at("metric_query").each()) {
                for (var metric : query.at("metric").each()) {
                    add(alarm, metric, metric.at("stat"));
                }
            }
        }
    }

    private void add(Resource alarm, Value said, Value statistic) {
        var metric = new Metric(
                alarm,
                graph.spelled(said.at("namespace")),
                graph.spelled(said.at("metric_name")),
                graph.spelled(statistic),
                said.at("dimensions"));
        metrics.add(metric);
        byAlarm.computeIfAbsent(alarm.address(), ignored -> new ArrayList<>()).add(metric);
    }

    /** The alarms on metrics. */
    public List<Resource> all() {
        return graph.of(ALARM);
    }

    /** The metrics an alarm looks at. */
    public List<Metric> metrics(Resource alarm) {
        return List.copyOf(byAlarm.getOrDefault(alarm.address(), List.of()));
    }

    /** Whether an alarm works something out of its metrics, or asks for them in a query of its own. */
    public boolean hasExpression(Resource alarm) {
        return alarm.at("metric_query").isOpen()
                || alarm.at("metric_query").each().stream()
                        .anyMatch(query ->
                                query.isOpen() || !query.at("expression").isAbsent());
    }

    /** The resource of some types that a metric is one of. */
    public Optional<Resource> of(Metric metric, String... types) {
        for (var type : types) {
            var watched = WATCHED.get(type);
            if (watched != null && isOf(metric, watched)) {
                var found = graph.target(metric.dimensions().at(watched.dimension()), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(Metric metric, Watched watched) {
        return metric.namespace().asText().filter(watched.namespace()::equals).isPresent();
    }

    /** Whether any alarm watches a resource; cannot be told where one watches something that is not known. */
    public Told watch(Resource resource) {
        var watched = WATCHED.get(resource.type());
        if (watched == null) {
            return Told.CANNOT_TELL;
        }
        return byType.computeIfAbsent(resource.type(), type -> ofType(type, watched))
                .watches(resource)
                .or(() -> Told.of(logs.areWatched(resource, metrics)));
    }

    /**
     * What the alarms watch of a type of resources, gone through once for all of them.
     *
     * @param surely those that an alarm names
     * @param perhaps those of which an alarm names one, and nobody knows which
     * @param others what is so of every other one
     */
    private record OfType(Set<Resource> surely, Set<Resource> perhaps, Told others) {

        private Told watches(Resource resource) {
            if (surely.contains(resource)) {
                return Told.YES;
            }
            return perhaps.contains(resource) ? others.or(Told.CANNOT_TELL) : others;
        }
    }

    private OfType ofType(String type, Watched watched) {
        var surely = new HashSet<Resource>();
        var perhaps = new HashSet<Resource>();
        var others = Told.NO;
        for (var metric : metrics) {
            if (metric.namespace().isKnown() && !isOf(metric, watched)) {
                continue;
            }
            var named = metric.dimensions().at(watched.dimension());
            var meant = named.isAbsent() ? List.<Resource>of() : graph.behind(named, type);
            (meant.size() == 1 ? surely : perhaps).addAll(meant);
            if (meant.isEmpty()) {
                others = others.or(named.isAbsent() ? all(type, metric) : isOpen(named));
            }
        }
        for (var alarm : all()) {
            others = others.or(queries(alarm, watched));
        }
        return new OfType(surely, perhaps, others);
    }

    /** Lambda adds up all functions of the region under no dimension at all. */
    private static Told all(String type, Metric metric) {
        return Told.of(type.equals("aws_lambda_function")
                && metric.dimensions().members().isEmpty()
                && !metric.dimensions().isOpen());
    }

    private Told isOpen(Value named) {
        return graph.spelled(named).isKnown() ? Told.NO : Told.CANNOT_TELL;
    }

    /** A query over a namespace's metrics, as <code>SELECT SUM(Errors) FROM SCHEMA("AWS/Lambda", FunctionName)</code>. */
    private Told queries(Resource alarm, Watched watched) {
        var queries = alarm.at("metric_query");
        if (queries.isOpen()) {
            return Told.CANNOT_TELL;
        }
        return Told.of(queries.each().stream()
                .map(query -> query.at("expression").toString())
                .anyMatch(text -> text.contains("\"" + watched.namespace() + "\"")));
    }
}
