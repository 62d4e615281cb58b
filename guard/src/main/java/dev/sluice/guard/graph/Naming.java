package dev.sluice.guard.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which attribute holds the name that others may write out instead of a reference. */
final class Naming {

    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("aws_api_gateway_rest_api", "name"),
            Map.entry("aws_apigatewayv2_api", "name"),
            Map.entry("aws_cloudwatch_event_bus", "name"),
            Map.entry("aws_cloudwatch_event_rule", "name"),
            Map.entry("aws_cloudwatch_log_group", "name"),
            Map.entry("aws_cloudwatch_metric_alarm", "alarm_name"),
            Map.entry("aws_dynamodb_table", "name"),
            Map.entry("aws_iam_policy", "name"),
            Map.entry("aws_iam_role", "name"),
            Map.entry("aws_kinesis_stream", "name"),
            Map.entry("aws_kms_alias", "name"),
            Map.entry("aws_lambda_alias", "name"),
            Map.entry("aws_lambda_function", "function_name"),
            Map.entry("aws_s3_bucket", "bucket"),
            Map.entry("aws_secretsmanager_secret", "name"),
            Map.entry("aws_sfn_state_machine", "name"),
            Map.entry("aws_sns_topic", "name"),
            Map.entry("aws_sqs_queue", "name"),
            Map.entry("aws_ssm_parameter", "name"));

    /** How the last part of an ARN begins where it tells what kind of thing it names. */
    private static final List<String> KINDS =
            List.of("function:", "table/", "role/", "policy/", "log-group:", "secret:", "stream/");

    private Naming() {}

    static Optional<String> attribute(String type) {
        return Optional.ofNullable(ATTRIBUTES.get(type));
    }

    /** The part of an ARN or URL that is a name; all of it where it is neither. */
    static String lastPart(String text) {
        if (text.startsWith("https://")) {
            return text.substring(text.lastIndexOf('/') + 1);
        }
        if (!text.startsWith("arn:")) {
            return text;
        }
        var resource = text.split(":", 6);
        if (resource.length < 6) {
            return text;
        }
        var parts = resource[5];
        for (var kind : KINDS) {
            if (parts.startsWith(kind)) {
                return named(kind, parts.substring(kind.length()));
            }
        }
        return parts;
    }

    /** What is in an ARN behind a name, or before it as a path, is not of the name. */
    private static String named(String kind, String rest) {
        return switch (kind) {
            case "role/", "policy/" -> rest.substring(rest.lastIndexOf('/') + 1);
            case "function:", "log-group:" -> until(rest, ':');
            case "table/" -> until(rest, '/');
            default -> rest;
        };
    }

    private static String until(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
