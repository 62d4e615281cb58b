package dev.sluice.integration.sandbox.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.integration.sandbox.deployed.Stated;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what an alarm looks at from what the state says of it. */
final class WatchedReader {

    private WatchedReader() {}

    static Watched read(Stated alarm) {
        refuse(alarm, "unit", "threshold_metric_id");
        return alarm.at("metric_query").isEmpty() ? one(alarm) : math(alarm);
    }

    private static Watched one(Stated alarm) {
        var statistic = alarm.text("extended_statistic").orElseGet(() -> alarm.need("statistic"));
        return new Watched.One(
                new Metric(
                        alarm.need("namespace"),
                        alarm.need("metric_name"),
                        dimensions(alarm.at("dimensions")),
                        Statistic.named(statistic),
                        seconds(alarm.number(0, "period"))),
                alarm.text("evaluate_low_sample_count_percentiles").equals(Optional.of("ignore")));
    }

    private static Watched math(Stated alarm) {
        var metrics = new HashMap<String, Metric>();
        var expressions = new HashMap<String, Expression>();
        var told = new HashMap<String, Boolean>();
        for (var node : alarm.at("metric_query")) {
            var query = new Stated(alarm.address(), node);
            var id = query.need("id");
            told.put(id, query.at("return_data").asBoolean(false));
            query.text("expression")
                    .ifPresentOrElse(
                            text -> expressions.put(id, Expression.parse(text)),
                            () -> metrics.put(id, metric(new Stated(alarm.address(), query.at("metric", "0")))));
        }
        var returned = told.keySet().stream().filter(told::get).toList();
        if (returned.size() != 1) {
            throw new IllegalArgumentException("one query returns data, not " + returned);
        }
        return new Watched.Computed(metrics, expressions, returned.getFirst());
    }

    private static Metric metric(Stated metric) {
        refuse(metric, "unit");
        return new Metric(
                metric.need("namespace"),
                metric.need("metric_name"),
                dimensions(metric.at("dimensions")),
                Statistic.named(metric.need("stat")),
                seconds(metric.number(0, "period")));
    }

    private static Map<String, String> dimensions(JsonNode node) {
        var found = new HashMap<String, String>();
        node.properties()
                .forEach(each -> found.put(each.getKey(), each.getValue().asText()));
        return found;
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
    }

    private static void refuse(Stated stated, String... settings) {
        for (var setting : settings) {
            stated.text(setting).ifPresent(value -> {
                throw new IllegalArgumentException(setting + " is nothing that is known here");
            });
        }
    }
}
