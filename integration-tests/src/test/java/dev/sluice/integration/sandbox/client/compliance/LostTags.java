package dev.sluice.integration.sandbox.client.compliance;

import dev.sluice.integration.sandbox.client.Operator;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.Stated;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Tag;

/** A tag is lost, by one of each kind of resource whose tags are put back: each kind has a call of its own. */
public final class LostTags {

    private static final String TAG = "CostCenter";

    private final Deployment deployed;
    private final Operator operator;

    public LostTags(Deployment deployed, Operator operator) {
        this.deployed = deployed;
        this.operator = operator;
    }

    /** One of each kind, in no order. */
    public List<Break> all() {
        return List.of(queue(), topic(), table(), function(), logGroup(), bucket());
    }

    /** A queue's. */
    public Break queue() {
        var queue = any("aws_sqs_queue");
        var url = queue.need("url");
        return lost(
                "aws_sqs_queue." + queue.need("name"),
                () -> operator.sqs().untagQueue(request -> request.queueUrl(url).tagKeys(TAG)),
                () -> operator.sqs().tagQueue(request -> request.queueUrl(url).tags(value(queue))));
    }

    private Break topic() {
        var topic = any("aws_sns_topic");
        var arn = topic.need("arn");
        return lost(
                "aws_sns_topic." + topic.need("name"),
                () -> operator.sns()
                        .untagResource(request -> request.resourceArn(arn).tagKeys(TAG)),
                () -> operator.sns()
                        .tagResource(request -> request.resourceArn(arn)
                                .tags(software.amazon.awssdk.services.sns.model.Tag.builder()
                                        .key(TAG)
                                        .value(value(topic).get(TAG))
                                        .build())));
    }

    private Break table() {
        DynamoDbClient tables = operator.dynamoDb();
        var table = any("aws_dynamodb_table");
        var arn = table.need("arn");
        return lost(
                "aws_dynamodb_table." + table.need("name"),
                () -> tables.untagResource(request -> request.resourceArn(arn).tagKeys(TAG)),
                () -> tables.tagResource(request -> request.resourceArn(arn)
                        .tags(software.amazon.awssdk.services.dynamodb.model.Tag.builder()
                                .key(TAG)
                                .value(value(table).get(TAG))
                                .build())));
    }

    private Break function() {
        var function = any("aws_lambda_function");
        var arn = function.need("arn");
        return lost(
                "aws_lambda_function." + function.need("function_name"),
                () -> operator.lambda()
                        .untagResource(request -> request.resource(arn).tagKeys(TAG)),
                () -> operator.lambda()
                        .tagResource(request -> request.resource(arn).tags(value(function))));
    }

    private Break logGroup() {
        var logs = operator.client(CloudWatchLogsClient.builder());
        var group = any("aws_cloudwatch_log_group");
        var arn = group.need("arn").replaceAll(":\\*$", "");
        return lost(
                "aws_cloudwatch_log_group." + group.need("name"),
                () -> logs.untagResource(request -> request.resourceArn(arn).tagKeys(TAG)),
                () -> logs.tagResource(request -> request.resourceArn(arn).tags(value(group))));
    }

    /** S3 knows all of a bucket's tags or none. */
    private Break bucket() {
        var s3 = operator.client(S3Client.builder());
        var bucket = any("aws_s3_bucket");
        var name = bucket.need("bucket");
        var all = bucket.at("tags_all")
                .propertyStream()
                .map(tag -> Tag.builder()
                        .key(tag.getKey())
                        .value(tag.getValue().asText())
                        .build())
                .toList();
        var rest = all.stream().filter(tag -> !tag.key().equals(TAG)).toList();
        return lost(
                "aws_s3_bucket." + name,
                () -> s3.putBucketTagging(request -> request.bucket(name).tagging(tags -> tags.tagSet(rest))),
                () -> s3.putBucketTagging(request -> request.bucket(name).tagging(tags -> tags.tagSet(all))));
    }

    private Stated any(String type) {
        return deployed.of(type).findFirst().orElseThrow(() -> new AssertionError("no " + type + " was deployed"));
    }

    private static Map<String, String> value(Stated stated) {
        return Map.of(TAG, stated.need("tags_all", TAG));
    }

    private static Break lost(String address, Runnable make, Runnable undo) {
        return new Break(address + " lost the tag " + TAG, "account-missing-tags@" + address, make, undo);
    }
}
