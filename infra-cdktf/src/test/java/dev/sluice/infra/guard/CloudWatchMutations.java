package dev.sluice.infra.guard;

import java.util.List;

/** What would break the rules about alarms. */
final class CloudWatchMutations {

    private static final String ALARM = "aws_cloudwatch_metric_alarm";

    static final List<Mutation> ALL = List.of(
            Mutation.of(
                    "cloudwatch-count-claimed-as-rate",
                    "an alarm on errors calls their number a rate",
                    stack -> stack.add(ALARM, "rate", alarm("query-error-rate", "Errors", "GreaterThanThreshold"))),
            Mutation.of(
                    "cloudwatch-nothing-watches",
                    "nobody looks how old the notifications are",
                    stack -> stack.remove(ALARM, "notifications_age")),
            Mutation.of(
                    "cloudwatch-dead-letters-unwatched", "nobody hears of the query function's dead letters", stack -> {
                        stack.remove(ALARM, "query_dlq_age");
                        stack.remove(ALARM, "query_dlq_letters");
                    }),
            Mutation.of(
                    "cloudwatch-alarm-without-action",
                    "nobody hears of a conflict",
                    stack -> stack.resource(ALARM, "conflicts").remove("alarm_actions")),
            Mutation.of(
                    "cloudwatch-dead-letters-breach-when-missing",
                    "an alarm rings where there are no dead letters",
                    stack -> stack.resource(ALARM, "query_dlq_letters").put("treat_missing_data", "breaching")),
            Mutation.of(
                    "cloudwatch-silence-unheard",
                    "an alarm on silence is silent itself",
                    stack -> stack.add(ALARM, "silence", alarm("query-silent", "Invocations", "LessThanThreshold"))));

    private CloudWatchMutations() {}

    private static String alarm(String name, String metric, String comparison) {
        return """
                {"alarm_name": "%s", "namespace": "AWS/Lambda", "metric_name": "%s", "statistic": "Sum",
                 "dimensions": {"FunctionName": "${aws_lambda_function.query.function_name}"},
                 "comparison_operator": "%s", "threshold": 5, "period": 300, "evaluation_periods": 1,
                 "treat_missing_data": "notBreaching", "alarm_actions": ["${aws_sns_topic.operations.arn}"]}
                """.formatted(name, metric, comparison);
    }
}
