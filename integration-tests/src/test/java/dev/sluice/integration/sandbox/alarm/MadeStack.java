package dev.sluice.integration.sandbox.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.deployed.Deployment;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A small stack as a state tells of it: one function with its dead letters, a key, a topic for alarms, and an alarm for each. */
final class MadeStack {

    static final String ARN = "arn:aws:%s:eu-west-2:123456789012:%s";
    static final String TOPIC = ARN.formatted("sns", "operations");
    static final String KEY = ARN.formatted("kms", "key/made");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> resources = new TreeMap<>();

    MadeStack() {
        var letters = ARN.formatted("sqs", "payer-dlq");
        put("aws_lambda_function.payer", """
                {"function_name": "payer", "arn": "%s", "handler": "h", "runtime": "java21", "timeout": 10,
                 "role": "r", "filename": "payer.zip", "source_code_hash": "none", "memory_size": 512,
                 "dead_letter_config": [{"target_arn": "%s"}]}""".formatted(ARN.formatted("lambda", "function:payer"), letters));
        put("aws_sqs_queue.payer_dlq", """
                {"name": "payer-dlq", "arn": "%s", "message_retention_seconds": 1000}""".formatted(letters));
        put("aws_sns_topic.operations", """
                {"name": "operations", "arn": "%s", "kms_master_key_id": "%s"}""".formatted(TOPIC, KEY));
        put("aws_sns_topic_policy.operations", policyOf(TOPIC, "sns:Publish"));
        put("aws_kms_key.made", """
                {"arn": "%s", "key_id": "made", "policy": %s}""".formatted(KEY, quoted(allowing("*", "kms:GenerateDataKey\", \"kms:Decrypt"))));
        lambda("errors", "Errors", "Sum", "GreaterThanThreshold", 5);
        lambda("throttles", "Throttles", "Sum", "GreaterThanThreshold", 5);
        lambda("recursion", "RecursiveInvocationsDropped", "Sum", "GreaterThanThreshold", 0);
        lambda("lost", "DeadLetterErrors", "Sum", "GreaterThanThreshold", 0);
        lambda("duration", "Duration", "p99", "GreaterThanThreshold", 8_000);
        queue("letters", "ApproximateNumberOfMessagesVisible", "GreaterThanThreshold", 0);
        queue("age", "ApproximateAgeOfOldestMessage", "GreaterThanOrEqualToThreshold", 500);
    }

    /** A resource, by its address. */
    MadeStack put(String address, String values) {
        resources.put(address, (ObjectNode) read(values));
        return this;
    }

    /** Without one. */
    MadeStack without(String address) {
        resources.remove(address);
        return this;
    }

    /** With something else said of one. */
    MadeStack saying(String address, String name, String value) {
        resources.get(address).set(name, read(value));
        return this;
    }

    /** The addresses of its alarms. */
    Iterable<String> alarms() {
        return resources.keySet().stream()
                .filter(address -> address.startsWith("aws_cloudwatch_metric_alarm."))
                .toList();
    }

    Deployment deployed() {
        var state = JSON.createObjectNode();
        state.put("format_version", "1.0").put("terraform_version", "1.11.4");
        var list = state.putObject("values").putObject("root_module").putArray("resources");
        list.add(resource("data", "data.aws_caller_identity.current", read("{\"account_id\": \"123456789012\"}")));
        list.add(resource("data", "data.aws_region.current", read("{\"name\": \"eu-west-2\"}")));
        resources.forEach((address, values) -> list.add(resource("managed", address, values)));
        return Deployment.of(Path.of("."), state);
    }

    private void lambda(String name, String metric, String statistic, String comparison, double threshold) {
        alarm("payer_" + name, "AWS/Lambda", metric, "FunctionName\": \"payer", statistic, comparison, threshold);
    }

    private void queue(String name, String metric, String comparison, double threshold) {
        alarm("payer_dlq_" + name, "AWS/SQS", metric, "QueueName\": \"payer-dlq", "Maximum", comparison, threshold);
    }

    private void alarm(
            String name,
            String namespace,
            String metric,
            String dimension,
            String statistic,
            String comparison,
            double threshold) {
        put("aws_cloudwatch_metric_alarm." + name, """
                {"alarm_name": "%s", "arn": "%s", "actions_enabled": true, "alarm_actions": ["%s"],
                 "namespace": "%s", "metric_name": "%s", "dimensions": {"%s"}, "%s": "%s", "period": 300,
                 "evaluation_periods": 1, "datapoints_to_alarm": 0, "comparison_operator": "%s", "threshold": %s,
                 "treat_missing_data": "notBreaching", "metric_query": []}""".formatted(
                        name,
                        ARN.formatted("cloudwatch", "alarm:" + name),
                        TOPIC,
                        namespace,
                        metric,
                        dimension,
                        statistic.startsWith("p") ? "extended_statistic" : "statistic",
                        statistic,
                        comparison,
                        threshold));
    }

    private static String policyOf(String arn, String action) {
        return "{\"arn\": \"%s\", \"policy\": %s}".formatted(arn, quoted(allowing(arn, action)));
    }

    private static String allowing(String resource, String actions) {
        return """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["%s"], "Resource": "%s",
                 "Principal": {"Service": "cloudwatch.amazonaws.com"}}]}""".formatted(actions, resource);
    }

    private static ObjectNode resource(String mode, String address, JsonNode values) {
        var parts = address.replace("data.", "");
        var type = parts.substring(0, parts.indexOf('.'));
        var resource = JSON.createObjectNode();
        resource.put("address", address).put("mode", mode).put("type", type);
        resource.put("name", parts.substring(type.length() + 1));
        resource.put("provider_name", "registry.terraform.io/hashicorp/aws").put("schema_version", 0);
        resource.set("values", values);
        return resource;
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
