package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarm;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarmMetricQuery;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarmMetricQueryMetric;
import com.hashicorp.cdktf.providers.aws.sns_topic_policy.SnsTopicPolicy;
import dev.sluice.infra.alarm.Alarm;
import dev.sluice.infra.alarm.Metric;
import dev.sluice.infra.alarm.Watched;
import dev.sluice.infra.iam.PolicyDocument;
import dev.sluice.infra.iam.Statement;
import dev.sluice.infra.iam.Statement.Principal.Service;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/** Where operators are told: an encrypted topic, those who get its mails, and the alarms that publish to it. */
public final class Operations extends Construct {

    private final Settings settings;
    private final Topic topic;

    /** @param name what the topic is called within its environment */
    Operations(Construct scope, String id, String name, Settings settings, StackKey key, Location location) {
        super(scope, id);
        this.settings = settings;
        topic = new Topic(this, name, settings, key);
        Address.keep(
                name,
                SnsTopicPolicy.Builder.create(this, "policy")
                        .arn(topic.arn())
                        .policy(PolicyDocument.of(List.of(
                                Statement.allow("AlarmsOfThisAccount", List.of("sns:Publish"), List.of(topic.arn()))
                                        .to(new Service("cloudwatch.amazonaws.com"))
                                        .when("StringEquals", "aws:SourceAccount", location.account()))))
                        .build());
        topic.mail(this, "operator", settings.get(Options.OPERATORS));
    }

    String topicArn() {
        return topic.arn();
    }

    /** Makes the alarms, each of which publishes when it goes off and when it is over. */
    void watch(Construct scope, List<Alarm> alarms) {
        alarms.forEach(alarm -> watch(scope, alarm));
    }

    private void watch(Construct scope, Alarm alarm) {
        var builder = CloudwatchMetricAlarm.Builder.create(scope, "alarm-" + alarm.name())
                .alarmName(settings.nameOf(alarm.name()))
                .alarmDescription(alarm.kind().meaning() + " What to do: docs/operations.md, \""
                        + alarm.kind().words() + "\".")
                .comparisonOperator(
                        switch (alarm.goesOff()) {
                            case ABOVE -> "GreaterThanThreshold";
                            case AT_OR_ABOVE -> "GreaterThanOrEqualToThreshold";
                            case BELOW -> "LessThanThreshold";
                        })
                .threshold(alarm.threshold())
                .evaluationPeriods(alarm.periods())
                .treatMissingData(
                        switch (alarm.missing()) {
                            case FINE -> "notBreaching";
                            case BREACHING -> "breaching";
                        })
                .alarmActions(List.of(topic.arn()))
                .okActions(List.of(topic.arn()));
        switch (alarm.watched()) {
            case Watched.One one -> {
                var metric = one.metric();
                builder.namespace(metric.namespace())
                        .metricName(metric.name())
                        .dimensions(metric.dimensions())
                        .period(metric.periodSeconds());
                if (isPercentile(metric)) {
                    // Of a handful as well: ignored, no period of fewer than 1,000 values of a p99 is looked at.
                    builder.extendedStatistic(metric.statistic()).evaluateLowSampleCountPercentiles("evaluate");
                } else {
                    builder.statistic(metric.statistic());
                }
            }
            case Watched.Share share -> builder.metricQuery(queries(share));
        }
        Address.keep(alarm.name(), builder.build());
    }

    private static List<CloudwatchMetricAlarmMetricQuery> queries(Watched.Share share) {
        var queries = new ArrayList<CloudwatchMetricAlarmMetricQuery>();
        var terms = new ArrayList<String>();
        for (var metric : share.whole()) {
            var id = "w" + terms.size();
            // Where one of several did not happen, it adds nothing.
            terms.add(share.whole().size() == 1 ? id : "FILL(" + id + ", 0)");
            queries.add(query(id, metric));
        }
        // Each metric of an alarm is paid for: one that is in the whole as well is asked for once.
        var among = share.whole().indexOf(share.part());
        var part = among < 0 ? "part" : "w" + among;
        if (among < 0) {
            queries.add(query(part, share.part()));
        }
        var whole = String.join(" + ", terms);
        queries.addFirst(CloudwatchMetricAlarmMetricQuery.builder()
                .id("share")
                .label("percent")
                .expression("IF((" + whole + ") >= " + share.least() + ", 100 * " + part + " / (" + whole + "), 0)")
                .returnData(true)
                .build());
        return queries;
    }

    private static CloudwatchMetricAlarmMetricQuery query(String id, Metric metric) {
        return CloudwatchMetricAlarmMetricQuery.builder()
                .id(id)
                .returnData(false)
                .metric(CloudwatchMetricAlarmMetricQueryMetric.builder()
                        .namespace(metric.namespace())
                        .metricName(metric.name())
                        .dimensions(metric.dimensions())
                        .stat(metric.statistic())
                        .period(metric.periodSeconds())
                        .build())
                .build();
    }

    private static boolean isPercentile(Metric metric) {
        return metric.statistic().startsWith("p");
    }
}
