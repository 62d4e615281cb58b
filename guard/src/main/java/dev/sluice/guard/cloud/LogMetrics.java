package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.util.List;

/** The metrics that are made of what functions write into their logs. */
final class LogMetrics {

    private final ResourceGraph graph;

    LogMetrics(ResourceGraph graph) {
        this.graph = graph;
    }

    /** Whether one of these metrics is made of a function's log. */
    boolean areWatched(Resource function, List<Alarms.Metric> metrics) {
        return function.type().equals("aws_lambda_function")
                && graph.of("aws_cloudwatch_log_metric_filter").stream()
                        .filter(filter -> readsLogOf(filter, function))
                        .anyMatch(filter -> metrics.stream().anyMatch(metric -> makes(filter, metric)));
    }

    private boolean readsLogOf(Resource filter, Resource function) {
        var group = graph.spelled(filter.at("log_group_name"));
        var name = graph.spelled(function.at("function_name"));
        return filter.at("log_group_name").references().stream()
                        .anyMatch(reference -> reference.address().equals(function.address()))
                || group.toString().equals(LogGroups.PREFIX + name)
                || group.toString().equals(LogGroups.PREFIX + Value.symbol(function.address(), "function_name"))
                || (!group.isKnown() && group instanceof Value.Unknown);
    }

    private boolean makes(Resource filter, Alarms.Metric metric) {
        var made = filter.at("metric_transformation");
        return graph.spelled(made.at("name")).toString().equals(metric.name().toString())
                && graph.spelled(made.at("namespace"))
                        .toString()
                        .equals(metric.namespace().toString());
    }
}
