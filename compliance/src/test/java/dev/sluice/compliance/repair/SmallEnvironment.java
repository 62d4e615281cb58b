package dev.sluice.compliance.repair;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.rule.Rules;
import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Finding;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A deployed environment with one of everything that can be repaired, nothing of it wrong; each part can be made other than
 * it is to be.
 */
final class SmallEnvironment {

    static final Norm NORM = new Norm(
            "dev",
            Map.of("Project", "sluice", "Environment", "dev", "ManagedBy", "cdktf", "CostCenter", "orders"),
            30,
            14,
            "default");

    static final String FUNCTION = "aws_lambda_function.sluice-orders-dev";
    static final String ROLE_POLICY = "aws_iam_role_policy.sluice-orders-dev";
    static final String GROUP = "aws_cloudwatch_log_group./aws/lambda/sluice-orders-dev";
    static final String LETTERS = "aws_sqs_queue.sluice-orders-dlq-dev";
    static final String TABLE = "aws_dynamodb_table.sluice-orders-dev";
    static final String BUCKET = "aws_s3_bucket.sluice-reports-dev";
    static final String BLOCK = "aws_s3_bucket_public_access_block.sluice-reports-dev";
    static final String TOPIC = "aws_sns_topic.sluice-operations-dev";
    static final String KEY = "aws_kms_key.key-1";

    private static final Expectations EXPECTED =
            new Expectations(LocalDate.of(2026, 11, 26), NORM.tags().keySet(), Expectations.USUAL_CONCURRENCY);

    private final Map<String, Map<String, Object>> resources = new LinkedHashMap<>();

    SmallEnvironment() {
        var dead = arn("sqs", "sluice-orders-dlq-dev");
        var topic = arn("sns", "sluice-operations-dev");
        put(KEY, Map.of("arn", keyArn(), "id", "key-1", "key_id", "key-1", "enable_key_rotation", true));
        set(KEY, "policy", policy(true));
        put(
                "aws_kms_alias.pipeline",
                Map.of(
                        "name",
                        "alias/sluice-pipeline-dev",
                        "id",
                        "alias/sluice-pipeline-dev",
                        "target_key_id",
                        "key-1"));
        put(
                "aws_iam_role.sluice-orders-dev",
                Map.of("name", "sluice-orders-dev", "arn", "arn:aws:iam::123456789012:role/sluice-orders-dev"));
        put(ROLE_POLICY, Map.of("role", "sluice-orders-dev", "name", "rights"));
        set(ROLE_POLICY, "policy", rights(true));
        put(
                GROUP,
                Map.of(
                        "name",
                        "/aws/lambda/sluice-orders-dev",
                        "arn",
                        arn("logs", "log-group:/aws/lambda/sluice-orders-dev"),
                        "kms_key_id",
                        keyArn(),
                        "retention_in_days",
                        30));
        put(
                FUNCTION,
                Map.of(
                        "function_name",
                        "sluice-orders-dev",
                        "arn",
                        arn("lambda", "function:sluice-orders-dev"),
                        "role",
                        "arn:aws:iam::123456789012:role/sluice-orders-dev",
                        "runtime",
                        "java21",
                        "memory_size",
                        512,
                        "timeout",
                        10,
                        "dead_letter_config",
                        List.of(Map.of("target_arn", dead)),
                        "tracing_config",
                        List.of(Map.of("mode", "Active"))));
        put(
                LETTERS,
                Map.of(
                        "name",
                        "sluice-orders-dlq-dev",
                        "arn",
                        dead,
                        "url",
                        "https://sqs.eu-west-2.amazonaws.com/123456789012/sluice-orders-dlq-dev",
                        "kms_master_key_id",
                        keyArn(),
                        "redrive_allow_policy",
                        "{\"redrivePermission\":\"denyAll\"}",
                        "message_retention_seconds",
                        1_209_600));
        put(
                TABLE,
                Map.of(
                        "name",
                        "sluice-orders-dev",
                        "arn",
                        arn("dynamodb", "table/sluice-orders-dev"),
                        "billing_mode",
                        "PAY_PER_REQUEST",
                        "hash_key",
                        "pk",
                        "server_side_encryption",
                        List.of(Map.of("enabled", true, "kms_key_arn", keyArn())),
                        "point_in_time_recovery",
                        List.of(Map.of("enabled", true))));
        put(
                BUCKET,
                Map.of(
                        "bucket",
                        "sluice-reports-dev",
                        "id",
                        "sluice-reports-dev",
                        "arn",
                        "arn:aws:s3:::sluice-reports-dev"));
        put(BLOCK, Map.of("bucket", "sluice-reports-dev"));
        Wording.LOCKS.forEach(lock -> set(BLOCK, lock, true));
        put(TOPIC, Map.of("name", "sluice-operations-dev", "arn", topic, "id", topic, "kms_master_key_id", keyArn()));
        put(
                "aws_cloudwatch_metric_alarm.letters",
                Map.of(
                        "alarm_name", "sluice-orders-dlq-dev",
                        "arn", arn("cloudwatch", "alarm:sluice-orders-dlq-dev"),
                        "namespace", "AWS/SQS",
                        "metric_name", "ApproximateNumberOfMessagesVisible",
                        "dimensions", Map.of("QueueName", "sluice-orders-dlq-dev"),
                        "treat_missing_data", "notBreaching",
                        "alarm_actions", List.of(topic)));
        resources.keySet().stream()
                .filter(address ->
                        !address.equals(BLOCK) && !address.startsWith("aws_kms_alias") && !address.equals(ROLE_POLICY))
                .toList()
                .forEach(address -> set(address, "tags", NORM.tags()));
    }

    static String arn(String service, String resource) {
        return "arn:aws:%s:eu-west-2:123456789012:%s".formatted(service, resource);
    }

    static String keyArn() {
        return arn("kms", "key/key-1");
    }

    /** A key's policy that lets the account, logs, topics and, where it is said so, CloudWatch's alarms use it. */
    static String policy(boolean forAlarms) {
        var services = "\"logs.eu-west-2.amazonaws.com\", \"sns.amazonaws.com\""
                + (forAlarms ? ", \"cloudwatch.amazonaws.com\"" : "");
        return """
                {"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "kms:*", "Resource": "*"},
                {"Effect": "Allow", "Principal": {"Service": [%s]}, "Resource": "*",
                "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"]}]}""".formatted(services);
    }

    /** A role's policy that lets it send to its dead-letter queue and, where it is said so, write traces. */
    static String rights(boolean forTraces) {
        var traces = "{\"Effect\": \"Allow\", \"Resource\": \"*\", \"Action\": [\"xray:PutTraceSegments\", "
                + "\"xray:PutTelemetryRecords\"]},";
        return """
                {"Version": "2012-10-17", "Statement": [%s
                {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "%s"},
                {"Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "%s"}]}""".formatted(forTraces ? traces : "", arn("sqs", "sluice-orders-dlq-dev"), keyArn());
    }

    void put(String address, Map<String, Object> attributes) {
        resources.put(address, new LinkedHashMap<>(attributes));
    }

    SmallEnvironment set(String address, String attribute, Object value) {
        resources.get(address).put(attribute, value);
        return this;
    }

    SmallEnvironment without(String address, String attribute) {
        resources.get(address).remove(attribute);
        return this;
    }

    /** Takes tags away. */
    SmallEnvironment untagged(String address, Set<String> tags) {
        var left = new LinkedHashMap<>(NORM.tags());
        left.keySet().removeAll(tags);
        return set(address, "tags", left);
    }

    List<Resource> resources() {
        return resources.entrySet().stream()
                .map(entry -> resource(entry.getKey(), entry.getValue()))
                .toList();
    }

    ResourceGraph graph() {
        return graph(resources());
    }

    static ResourceGraph graph(List<Resource> resources) {
        return new ResourceGraph(Origin.LIVE, resources, List.of(), List.of(), List.of());
    }

    static List<Finding> look(ResourceGraph graph) {
        return Guard.look(graph, EXPECTED, Rules.ALL).stream().distinct().toList();
    }

    static Repairs repairs(ResourceGraph graph) {
        return new Repairs(graph, NORM, EXPECTED, Rules.ALL);
    }

    private static Resource resource(String address, Map<String, Object> attributes) {
        int dot = address.indexOf('.');
        return new Resource(
                address,
                "",
                false,
                address.substring(0, dot),
                address.substring(dot + 1),
                (Value.Fields) value(attributes),
                Set.of(),
                new Place(address, 0),
                Optional.empty(),
                new Value.Fields(Map.of()),
                List.of());
    }

    private static Value value(Object object) {
        return switch (object) {
            case String text -> Value.text(text);
            case Integer number -> Value.number(number);
            case Boolean truth -> new Value.Truth(truth);
            case List<?> list ->
                new Value.Items(list.stream().map(SmallEnvironment::value).toList());
            case Map<?, ?> map -> {
                var members = new LinkedHashMap<String, Value>();
                map.forEach((name, member) -> members.put((String) name, value(member)));
                yield new Value.Fields(members);
            }
            default -> throw new IllegalArgumentException("no attribute is a " + object.getClass());
        };
    }
}
