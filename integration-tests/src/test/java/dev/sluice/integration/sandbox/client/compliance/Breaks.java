package dev.sluice.integration.sandbox.client.compliance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sluice.integration.sandbox.client.Operator;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.Stated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.model.TracingMode;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What can be changed by hand in what was deployed, each with what a scan is to find of it. */
public final class Breaks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Deployment deployed;
    private final Operator operator;

    public Breaks(Deployment deployed, Operator operator) {
        this.deployed = deployed;
        this.operator = operator;
    }

    /** A function's log group keeps its lines for ever. */
    public Break retention(String function) {
        var logs = operator.client(CloudWatchLogsClient.builder());
        var group = "/aws/lambda/" + function;
        int days = named("aws_cloudwatch_log_group", "name", group).number(0, "retention_in_days");
        return new Break(
                "the log group of " + function + " lost its retention",
                "lambda-no-log-retention@aws_lambda_function." + function,
                () -> logs.deleteRetentionPolicy(request -> request.logGroupName(group)),
                () -> logs.putRetentionPolicy(
                        request -> request.logGroupName(group).retentionInDays(days)));
    }

    /** A table has no point-in-time recovery. */
    public Break recovery(String table) {
        return new Break(
                table + " lost its point-in-time recovery",
                "dynamodb-no-point-in-time-recovery@aws_dynamodb_table." + table,
                () -> recovery(table, false),
                () -> recovery(table, true));
    }

    private void recovery(String table, boolean enabled) {
        operator.dynamoDb()
                .updateContinuousBackups(request -> request.tableName(table)
                        .pointInTimeRecoverySpecification(all -> all.pointInTimeRecoveryEnabled(enabled)));
    }

    /** A bucket no longer refuses public access. */
    public Break publicAccess(String bucket) {
        var s3 = operator.client(S3Client.builder());
        return new Break(
                bucket + " lost its public access block",
                "s3-public-access-block-off@aws_s3_bucket_public_access_block." + bucket,
                () -> s3.deletePublicAccessBlock(request -> request.bucket(bucket)),
                () -> s3.putPublicAccessBlock(request -> request.bucket(bucket)
                        .publicAccessBlockConfiguration(all -> all.blockPublicAcls(true)
                                .blockPublicPolicy(true)
                                .ignorePublicAcls(true)
                                .restrictPublicBuckets(true))));
    }

    /** An alarm is gone. */
    public Break alarm(String alarm) {
        var alarms = operator.client(CloudWatchClient.builder());
        var before = alarms.describeAlarms(request -> request.alarmNames(alarm)).metricAlarms();
        var stated = named("aws_cloudwatch_metric_alarm", "alarm_name", alarm);
        return new Break(
                "the alarm " + alarm + " was deleted",
                "cloudwatch-alarm-gone@aws_cloudwatch_metric_alarm." + alarm,
                () -> alarms.deleteAlarms(request -> request.alarmNames(alarm)),
                () -> alarms.putMetricAlarm(again(before.getFirst(), stated)));
    }

    private static PutMetricAlarmRequest again(MetricAlarm alarm, Stated stated) {
        var tags = stated.at("tags_all")
                .propertyStream()
                .map(tag -> Tag.builder()
                        .key(tag.getKey())
                        .value(tag.getValue().asText())
                        .build())
                .toList();
        var request = PutMetricAlarmRequest.builder()
                .alarmName(alarm.alarmName())
                .alarmDescription(alarm.alarmDescription())
                .actionsEnabled(alarm.actionsEnabled())
                .okActions(alarm.okActions())
                .alarmActions(alarm.alarmActions())
                .insufficientDataActions(alarm.insufficientDataActions())
                .evaluationPeriods(alarm.evaluationPeriods())
                .datapointsToAlarm(alarm.datapointsToAlarm())
                .threshold(alarm.threshold())
                .comparisonOperator(alarm.comparisonOperator())
                .treatMissingData(alarm.treatMissingData())
                .tags(tags);
        if (alarm.metrics().isEmpty()) {
            request.metricName(alarm.metricName())
                    .namespace(alarm.namespace())
                    .statistic(alarm.statistic())
                    .dimensions(alarm.dimensions())
                    .period(alarm.period())
                    .unit(alarm.unit());
        } else {
            request.metrics(alarm.metrics());
        }
        return request.build();
    }

    /** A dead-letter queue keeps its letters for an hour. */
    public Break deadLetters(String queue) {
        var url = named("aws_sqs_queue", "name", queue).need("url");
        int before = named("aws_sqs_queue", "name", queue).number(0, "message_retention_seconds");
        return new Break(
                queue + " keeps its letters for an hour",
                "sqs-short-dead-letter-retention@aws_sqs_queue." + queue,
                () -> keep(url, 3_600),
                () -> keep(url, before));
    }

    private void keep(String url, int seconds) {
        operator.sqs()
                .setQueueAttributes(request -> request.queueUrl(url)
                        .attributes(Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, Integer.toString(seconds))));
    }

    /** A role may no longer put what its function could not do into the dead-letter queue. */
    public Break statement(String function, String sid) {
        return without(function, sid, "lambda-failure-target-without-permission@aws_lambda_function." + function);
    }

    /** A function is not traced. */
    public Break tracing(String function) {
        return new Break(
                function + " is not traced",
                "lambda-not-traced@aws_lambda_function." + function,
                () -> traced(function, TracingMode.PASS_THROUGH),
                () -> traced(function, TracingMode.ACTIVE));
    }

    /** A function is not traced, and may not be: its role lost the right. */
    public Break tracingAndItsRight(String function, String sid) {
        var tracing = tracing(function);
        var right = without(function, sid, tracing.finding());
        return new Break(
                tracing.what() + ", and its role may not trace",
                tracing.finding(),
                () -> {
                    right.make().run();
                    tracing.make().run();
                },
                () -> {
                    right.undo().run();
                    tracing.undo().run();
                });
    }

    private void traced(String function, TracingMode mode) {
        operator.lambda()
                .updateFunctionConfiguration(
                        request -> request.functionName(function).tracingConfig(all -> all.mode(mode)));
    }

    private Break without(String role, String sid, String finding) {
        var iam = operator.client(IamClient.builder());
        var policy = named("aws_iam_role_policy", "role", role);
        return new Break(
                "the role " + role + " lost the statement " + sid,
                finding,
                () -> iam.putRolePolicy(request -> request.roleName(role)
                        .policyName(policy.need("name"))
                        .policyDocument(without(policy.need("policy"), sid))),
                () -> iam.putRolePolicy(request ->
                        request.roleName(role).policyName(policy.need("name")).policyDocument(policy.need("policy"))));
    }

    private static String without(String policy, String sid) {
        try {
            var document = JSON.readTree(policy);
            var statements = (ArrayNode) document.get("Statement");
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i).path("Sid").asText().equals(sid)) {
                    statements.remove(i);
                    return document.toString();
                }
            }
            throw new AssertionError("there is no statement " + sid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A topic is not encrypted. */
    public Break encryption(String topic) {
        var stated = named("aws_sns_topic", "name", topic);
        return new Break(
                topic + " is not encrypted",
                "kms-encryption-off@aws_sns_topic." + topic,
                () -> encrypted(stated.need("arn"), ""),
                () -> encrypted(stated.need("arn"), stated.need("kms_master_key_id")));
    }

    private void encrypted(String topic, String key) {
        operator.sns()
                .setTopicAttributes(request ->
                        request.topicArn(topic).attributeName("KmsMasterKeyId").attributeValue(key));
    }

    private Stated named(String type, String attribute, String name) {
        return deployed.of(type)
                .filter(each -> each.text(attribute).filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " " + name + " was deployed"));
    }
}
