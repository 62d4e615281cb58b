package dev.sluice.guard.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Told;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What alarms watch")
class AlarmsTest {

    @TempDir
    private Path folder;

    private Watched with(String alarm) {
        return Watched.of(folder, """
                'aws_lambda_function': {'orders': {'function_name': 'orders'}, 'bills': {'function_name': 'bills'}},
                'aws_sqs_queue': {'orders': {'name': 'orders'}},
                'aws_sns_topic': {'orders': {'name': 'orders'}},
                'aws_dynamodb_table': {'orders': {'name': 'orders'}},
                'aws_s3_bucket': {'orders': {'bucket': 'orders'}},
                'aws_cloudwatch_metric_alarm': {'alarm': %s}
                """.formatted(alarm));
    }

    @ParameterizedTest
    @CsvSource({
        "aws_lambda_function.orders, AWS/Lambda, FunctionName, ${aws_lambda_function.orders.function_name}, YES",
        "aws_lambda_function.orders, AWS/Lambda, FunctionName, orders, YES",
        "aws_lambda_function.orders, AWS/Lambda, FunctionName, bills, NO",
        "aws_lambda_function.orders, AWS/Lambda, FunctionName, ${var.any}, CANNOT_TELL",
        "aws_lambda_function.orders, AWS/SQS, QueueName, orders, NO",
        "aws_lambda_function.orders, AWS/Lambda, Resource, orders, NO",
        "aws_sqs_queue.orders, AWS/SQS, QueueName, orders, YES",
        "aws_sqs_queue.orders, AWS/SQS, Other, orders, NO",
        "aws_sns_topic.orders, AWS/SNS, TopicName, orders, YES",
        "aws_dynamodb_table.orders, AWS/DynamoDB, TableName, ${aws_dynamodb_table.orders.name}, YES",
        "aws_s3_bucket.orders, AWS/S3, BucketName, orders, CANNOT_TELL"
    })
    @DisplayName("is what their namespace and dimension name")
    void dimension(String address, String namespace, String dimension, String named, Told told) {
        var watched = with("{'namespace': '" + namespace + "', 'metric_name': 'Some', 'dimensions': {'" + dimension
                + "': '" + named + "'}}");
        assertThat(watched.cloud().alarms().watch(watched.one(address))).isEqualTo(told);
    }

    @Test
    @DisplayName("is every function, where a metric of Lambda's has no dimension")
    void allFunctions() {
        var watched = with("{'namespace': 'AWS/Lambda', 'metric_name': 'Errors'}");
        assertThat(watched.cloud().alarms().watch(watched.one("aws_lambda_function.bills")))
                .isEqualTo(Told.YES);
        assertThat(watched.cloud().alarms().watch(watched.one("aws_sqs_queue.orders")))
                .isEqualTo(Told.NO);
    }

    @Test
    @DisplayName("may be anything, where their queries are not known")
    void unknownQueries() {
        var watched = with("{'metric_query': '${var.queries}'}");
        assertThat(watched.cloud().alarms().watch(watched.one("aws_sqs_queue.orders")))
                .isEqualTo(Told.CANNOT_TELL);
        var alarm = watched.one("aws_cloudwatch_metric_alarm.alarm");
        assertThat(watched.cloud().alarms().hasExpression(alarm)).isTrue();
        assertThat(watched.cloud().alarms().metrics(alarm))
                .allSatisfy(metric -> assertThat(metric.namespace().isKnown()).isFalse());
    }

    @Test
    @DisplayName("leads from a metric to its resource, and to none of another type")
    void metricLeadsToResource() {
        var watched = with("{'namespace': 'AWS/SQS', 'metric_name': 'Age', 'extended_statistic': 'p99', 'dimensions': "
                + "{'QueueName': 'orders'}}");
        var alarms = watched.cloud().alarms();
        var metric = alarms.metrics(alarms.all().getFirst()).getFirst();
        assertThat(metric.statistic().asText()).contains("p99");
        assertThat(alarms.of(metric, "aws_sqs_queue")).contains(watched.one("aws_sqs_queue.orders"));
        assertThat(alarms.of(metric, "aws_lambda_function", "aws_s3_bucket")).isEmpty();
        assertThat(alarms.hasExpression(alarms.all().getFirst())).isFalse();
    }
}
