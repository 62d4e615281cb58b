package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** Alarms as CloudWatch tells of them, under the names that Terraform's provider gives what they say. */
final class Alarms {

    private Alarms() {}

    /** An alarm on a metric, or on what is worked out of several. */
    static LiveResource of(MetricAlarm told) {
        var alarm = LiveResource.of("aws_cloudwatch_metric_alarm", told.alarmName())
                .text("id", told.alarmName())
                .text("alarm_name", told.alarmName())
                .text("arn", told.alarmArn())
                .text("alarm_description", told.alarmDescription())
                .truth("actions_enabled", told.actionsEnabled())
                .text("comparison_operator", told.comparisonOperatorAsString())
                .number("evaluation_periods", told.evaluationPeriods())
                .number("datapoints_to_alarm", told.datapointsToAlarm())
                .number("threshold", told.threshold())
                .text("threshold_metric_id", told.thresholdMetricId())
                .text("treat_missing_data", told.treatMissingData())
                .text("namespace", told.namespace())
                .text("metric_name", told.metricName())
                .text("statistic", told.statisticAsString())
                .text("extended_statistic", told.extendedStatistic())
                .number("period", told.period())
                .text("unit", told.unitAsString());
        if (!told.dimensions().isEmpty()) {
            alarm.set("dimensions", dimensions(told.dimensions()));
        }
        if (!told.metrics().isEmpty()) {
            alarm.set(
                    "metric_query",
                    new Value.Items(told.metrics().stream().map(Alarms::query).toList()));
        }
        return actions(alarm, told.alarmActions(), told.okActions(), told.insufficientDataActions());
    }

    /** An alarm on other alarms. */
    static LiveResource of(CompositeAlarm told) {
        var alarm = LiveResource.of("aws_cloudwatch_composite_alarm", told.alarmName())
                .text("id", told.alarmName())
                .text("alarm_name", told.alarmName())
                .text("arn", told.alarmArn())
                .text("alarm_description", told.alarmDescription())
                .text("alarm_rule", told.alarmRule())
                .truth("actions_enabled", told.actionsEnabled());
        return actions(alarm, told.alarmActions(), told.okActions(), told.insufficientDataActions());
    }

    private static LiveResource actions(
            LiveResource alarm, List<String> alarming, List<String> ok, List<String> missing) {
        return alarm.texts("alarm_actions", alarming)
                .texts("ok_actions", ok)
                .texts("insufficient_data_actions", missing);
    }

    private static Value query(MetricDataQuery told) {
        var query = new LinkedHashMap<String, Value>();
        query.put("id", Value.text(told.id()));
        text(query, "expression", told.expression());
        text(query, "label", told.label());
        if (told.returnData() != null) {
            query.put("return_data", new Value.Truth(told.returnData()));
        }
        if (told.metricStat() != null) {
            query.put("metric", LiveResource.block(metric(told.metricStat())));
        }
        return new Value.Fields(query);
    }

    private static Map<String, Value> metric(MetricStat told) {
        var metric = new LinkedHashMap<String, Value>();
        text(metric, "namespace", told.metric().namespace());
        text(metric, "metric_name", told.metric().metricName());
        text(metric, "stat", told.stat());
        text(metric, "unit", told.unitAsString());
        if (told.period() != null) {
            metric.put("period", Value.number(told.period()));
        }
        if (!told.metric().dimensions().isEmpty()) {
            metric.put("dimensions", dimensions(told.metric().dimensions()));
        }
        return metric;
    }

    private static void text(Map<String, Value> into, String name, @Nullable String value) {
        if (value != null) {
            into.put(name, Value.text(value));
        }
    }

    private static Value dimensions(List<Dimension> told) {
        return LiveResource.fields(told.stream().collect(Collectors.toMap(Dimension::name, Dimension::value)));
    }
}
