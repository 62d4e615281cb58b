package dev.sluice.benchmarks.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plan of so many resources, as {@code terraform show -json} writes one of an infrastructure that is there: parts of ten
 * resources, each a function that reads a queue and writes a table, with its role, log group, alarms and dead letters.
 */
final class Plan {

    private static final int PER_PART = 10;
    private static final String ACCOUNT = "123456789012";

    private Plan() {}

    static String of(int resources) {
        var changes = new ArrayList<String>();
        for (int part = 0; part < resources / PER_PART; part++) {
            changes.addAll(part(part));
        }
        return "{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\",\"resource_changes\":["
                + String.join(",", changes) + "],\"configuration\":{\"root_module\":{}}}";
    }

    private static List<String> part(int part) {
        var name = String.format(Locale.ROOT, "part-%05d", part);
        var queue = arn("sqs", name);
        var dead = arn("sqs", name + "-dlq");
        var table = arn("dynamodb", "table/" + name);
        var role = "arn:aws:iam::" + ACCOUNT + ":role/" + name;
        var function = arn("lambda", "function:" + name);
        var alarms = arn("sns", "operations");
        var policy = """
                {"Version":"2012-10-17","Statement":[\
                {"Sid":"Reads","Effect":"Allow","Action":["sqs:ReceiveMessage","sqs:DeleteMessage","sqs:GetQueueAttributes"],"Resource":"%s"},\
                {"Sid":"Fails","Effect":"Allow","Action":"sqs:SendMessage","Resource":"%s"},\
                {"Sid":"Writes","Effect":"Allow","Action":["dynamodb:PutItem","dynamodb:Query"],"Resource":["%s","%s/index/*"]},\
                {"Sid":"Traces","Effect":"Allow","Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Resource":"*"}]}""".formatted(queue, dead, table, table);
        return List.of(
                change("aws_sqs_queue", name, """
                        "name":"%s","arn":"%s","visibility_timeout_seconds":180,"redrive_policy":%s""".formatted(
                                name, queue, text("{\"deadLetterTargetArn\":\"" + dead + "\",\"maxReceiveCount\":5}"))),
                change("aws_sqs_queue", name + "-dlq", """
                        "name":"%s-dlq","arn":"%s","message_retention_seconds":1209600""".formatted(name, dead)),
                change("aws_dynamodb_table", name, """
                        "name":"%s","arn":"%s","billing_mode":"PAY_PER_REQUEST","point_in_time_recovery":[{"enabled":true}]""".formatted(name, table)),
                change("aws_iam_role", name, """
                        "name":"%s","arn":"%s","assume_role_policy":"{}\"""".formatted(name, role)),
                change("aws_iam_role_policy", name, """
                        "name":"%s","role":"%s","policy":%s""".formatted(name, name, text(policy))),
                change("aws_lambda_function", name, """
                        "function_name":"%s","arn":"%s","role":"%s","runtime":"java21","timeout":30,"memory_size":512,\
                        "tracing_config":[{"mode":"Active"}],"environment":[{"variables":{"TABLE_NAME":"%s"}}],\
                        "dead_letter_config":[{"target_arn":"%s"}]""".formatted(name, function, role, name, dead)),
                change("aws_cloudwatch_log_group", name, """
                        "name":"/aws/lambda/%s","retention_in_days":30""".formatted(name)),
                change("aws_lambda_event_source_mapping", name, """
                        "event_source_arn":"%s","function_name":"%s","function_response_types":["ReportBatchItemFailures"]""".formatted(queue, function)),
                change(
                        "aws_cloudwatch_metric_alarm",
                        name + "-errors",
                        alarm("AWS/Lambda", "Errors", "FunctionName", name, alarms)),
                change(
                        "aws_cloudwatch_metric_alarm",
                        name + "-dlq",
                        alarm("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", name + "-dlq", alarms)));
    }

    private static String alarm(String namespace, String metric, String dimension, String name, String action) {
        return """
                "alarm_name":"%s-%s","namespace":"%s","metric_name":"%s","dimensions":{"%s":"%s"},"statistic":"Sum",\
                "threshold":0,"comparison_operator":"GreaterThanThreshold","treat_missing_data":"notBreaching","alarm_actions":["%s"]""".formatted(name, metric, namespace, metric, dimension, name, action);
    }

    private static String change(String type, String name, String attributes) {
        return """
                {"address":"%s.%s","mode":"managed","type":"%s","name":"%s",\
                "change":{"actions":["no-op"],"before":{%s},"after":{%s},"after_unknown":{}}}""".formatted(type, name, type, name, attributes, attributes);
    }

    private static String arn(String service, String resource) {
        return "arn:aws:" + service + ":eu-central-1:" + ACCOUNT + ":" + resource;
    }

    private static String text(String json) {
        return "\"" + json.replace("\"", "\\\"") + "\"";
    }
}
