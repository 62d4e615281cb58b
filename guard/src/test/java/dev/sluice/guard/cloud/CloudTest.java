package dev.sluice.guard.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.terraform.TerraformReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A cloud")
class CloudTest {

    @TempDir
    Path temporary;

    private Cloud cloud(String text) throws IOException {
        var file = Files.writeString(temporary.resolve("main.tf.json"), text);
        var graph = new TerraformReader(files -> Map.of()).read(file).getFirst().graph();
        return new Cloud(graph, Expectations.usual(LocalDate.of(2026, 11, 25)));
    }

    private static Resource one(Cloud cloud, String address) {
        return cloud.graph().at(address).getFirst();
    }

    private static final String FUNCTIONS = """
            {"resource": {
              "aws_lambda_function": {"f": {"function_name": "f", "publish": true, "memory_size": 128,
                 "dead_letter_config": {"target_arn": "${aws_sqs_queue.late.arn}"}}, "g": {"function_name": "g"}},
              "aws_lambda_alias": {"live": {"name": "live", "function_name": "${aws_lambda_function.f.function_name}"}},
              "aws_lambda_event_source_mapping": {"m": {"function_name": "${aws_lambda_alias.live.arn}",
                 "event_source_arn": "${aws_sqs_queue.q.arn}"}},
              "aws_sns_topic_subscription": {"s": {"endpoint": "${aws_lambda_function.f.arn}",
                 "redrive_policy": "{\\"deadLetterTargetArn\\": \\"${aws_sqs_queue.sub.arn}\\"}"}},
              "aws_api_gateway_integration": {"i": {"uri": "${aws_lambda_function.f.invoke_arn}"}},
              "aws_api_gateway_rest_api": {"a": {"body": "${aws_lambda_function.f.arn} ${aws_lambda_function.g.arn}"}},
              "aws_lambda_permission": {
                 "sns": {"function_name": "f", "principal": "sns.amazonaws.com"},
                 "api": {"function_name": "${aws_lambda_function.f.arn}", "principal": "apigateway.amazonaws.com"},
                 "other": {"function_name": "f", "principal": "123456789012"}},
              "aws_lambda_function_event_invoke_config": {
                 "alias": {"function_name": "${aws_lambda_alias.live.arn}",
                    "destination_config": {"on_failure": {"destination": "${aws_sqs_queue.dest.arn}"}}},
                 "plain": {"function_name": "f"}},
              "aws_sqs_queue": {"q": {"name": "q", "redrive_policy": "${jsonencode({deadLetterTargetArn = aws_sqs_queue.late.arn})}"},
                 "late": {"name": "late"}, "sub": {"name": "sub"}, "dest": {"name": "dest"}, "p": {"name": "p"},
                 "named": {"name": "orders-DLQ"}, "orders_dlq": {"name": "x"},
                 "open": {"name": "o", "redrive_policy": "${var.v}"}, "odd": {"name": "odd", "redrive_policy": "{"}},
              "aws_sqs_queue_redrive_policy": {
                 "p": {"queue_url": "${aws_sqs_queue.p.id}", "redrive_policy": {"deadLetterTargetArn": "${aws_sqs_queue.late.arn}"}},
                 "n": {"queue_url": "${var.v}", "redrive_policy": 5}}}}
            """;

    @Test
    @DisplayName("knows which function a value means, and what of it")
    void functions() throws IOException {
        var cloud = cloud(FUNCTIONS);
        var functions = cloud.functions();
        var f = one(cloud, "aws_lambda_function.f");
        var arn = Value.symbol("aws_lambda_function.f", "arn");
        assertThat(functions.all()).hasSize(2);
        assertThat(functions.meant(Value.text("f"))).contains(f);
        assertThat(functions.meant(Value.text("nobody"))).isEmpty();
        assertThat(functions.named(arn)).contains(new Functions.Named(f, new Functions.Qualifier.Latest()));
        assertThat(functions.named(Value.symbol("aws_lambda_function.f", "qualified_arn")))
                .contains(new Functions.Named(f, new Functions.Qualifier.Version()));
        assertThat(functions.named(Value.symbol("aws_lambda_alias.live", "arn")))
                .contains(new Functions.Named(f, new Functions.Qualifier.Alias(one(cloud, "aws_lambda_alias.live"))));
        assertThat(functions.named(Value.unknown(arn)))
                .contains(new Functions.Named(f, new Functions.Qualifier.Open()));
        var more = new ArrayList<>(arn.pieces());
        more.addAll(Value.text(":live/invocations").pieces());
        assertThat(functions.named(new Value.Text(more)))
                .contains(new Functions.Named(f, new Functions.Qualifier.Version()));
    }

    @Test
    @DisplayName("knows who calls a function, and whether they wait")
    void invocations() throws IOException {
        var cloud = cloud(FUNCTIONS);
        var invocations = cloud.invocations();
        var f = one(cloud, "aws_lambda_function.f");
        assertThat(invocations.of(f))
                .extracting(each -> each.by() + " " + each.way())
                .containsExactlyInAnyOrder(
                        "aws_lambda_event_source_mapping.m POLLED",
                        "aws_sns_topic_subscription.s ASYNCHRONOUS",
                        "aws_api_gateway_integration.i SYNCHRONOUS",
                        "aws_api_gateway_rest_api.a SYNCHRONOUS",
                        "aws_lambda_permission.sns ASYNCHRONOUS",
                        "aws_lambda_permission.api SYNCHRONOUS");
        assertThat(invocations.of(one(cloud, "aws_lambda_function.g"))).hasSize(1);
        assertThat(invocations.all()).hasSize(7);
        assertThat(invocations.mappings(f)).hasSize(1);
        assertThat(invocations.queue(invocations.mappings(f).getFirst())).contains(one(cloud, "aws_sqs_queue.q"));
    }

    @Test
    @DisplayName("knows what fails into where")
    void failures() throws IOException {
        var cloud = cloud(FUNCTIONS);
        var failures = cloud.failures();
        assertThat(failures.deadLetterQueues())
                .extracting(Resource::name)
                .containsExactlyInAnyOrder("late", "sub", "dest", "named", "orders_dlq");
        assertThat(failures.isDeadLetterQueue(one(cloud, "aws_sqs_queue.q"))).isFalse();
        assertThat(failures.target(one(cloud, "aws_sqs_queue.q"))).contains(Value.symbol("aws_sqs_queue.late", "arn"));
        assertThat(failures.target(one(cloud, "aws_sqs_queue.p"))).contains(Value.symbol("aws_sqs_queue.late", "arn"));
        assertThat(failures.target(one(cloud, "aws_sqs_queue.open"))
                        .orElseThrow()
                        .isOpen())
                .isTrue();
        assertThat(failures.target(one(cloud, "aws_sqs_queue.odd"))
                        .orElseThrow()
                        .isOpen())
                .isTrue();
        assertThat(failures.target(one(cloud, "aws_sqs_queue.late"))).isEmpty();
        assertThat(failures.hops()).hasSize(7);
        assertThat(failures.invokeConfigs(one(cloud, "aws_lambda_function.f")))
                .extracting(Resource::name)
                .containsExactlyInAnyOrder("alias", "plain");
        assertThat(failures.invokeConfigs(one(cloud, "aws_lambda_function.g"))).isEmpty();
    }

    private static final String KEYS = """
            {"provider": {"aws": {"default_tags": {"tags": {"team": "a", "env": "dev"}}}, "random": {}},
             "resource": {
              "aws_kms_key": {"k": {}}, "aws_kms_alias": {"a": {"name": "alias/k", "target_key_id": "${aws_kms_key.k.id}"}},
              "aws_sqs_queue": {"plain": {"tags": {"env": "prod"}, "tags_all": {"x": "y"}}, "off": {"sqs_managed_sse_enabled": false},
                 "key": {"kms_master_key_id": "${aws_kms_key.k.arn}", "tags": "${var.t}"}, "alias": {"kms_master_key_id": "alias/k"},
                 "aws": {"kms_master_key_id": "alias/aws/sqs"}, "open": {"kms_master_key_id": "${var.k}"},
                 "empty": {"kms_master_key_id": ""}},
              "aws_sns_topic": {"plain": {}},
              "aws_dynamodb_table": {"plain": {}, "key": {"server_side_encryption": {"enabled": true,
                 "kms_key_arn": "${aws_kms_key.k.arn}"}}, "managed": {"server_side_encryption": [{"enabled": true}]},
                 "open": {"server_side_encryption": {"enabled": "${var.on}"}}},
              "aws_cloudwatch_log_group": {"plain": {}}, "aws_secretsmanager_secret": {"plain": {}},
              "aws_kinesis_stream": {"plain": {}, "kms": {"encryption_type": "KMS"}},
              "aws_s3_bucket": {"plain": {"bucket": "p"}, "ruled": {"bucket": "r"}, "old": {"bucket": "o",
                 "server_side_encryption_configuration": {"rule": {"apply_server_side_encryption_by_default":
                   {"sse_algorithm": "aws:kms"}}}}, "open": {"bucket": "x"}},
              "aws_s3_bucket_server_side_encryption_configuration": {
                 "r": {"bucket": "${aws_s3_bucket.ruled.id}", "rule": {"apply_server_side_encryption_by_default":
                   {"sse_algorithm": "aws:kms", "kms_master_key_id": "${aws_kms_key.k.arn}"}}},
                 "x": {"bucket": "x", "rule": {"apply_server_side_encryption_by_default": "${var.v}"}}},
              "aws_x": {"y": {"size": 5, "on": true, "name": "n"}}}}
            """;

    @Test
    @DisplayName("knows what is encrypted with which key")
    void keys() throws IOException {
        var cloud = cloud(KEYS);
        var key = new Encryption.Key(one(cloud, "aws_kms_key.k"));
        for (var row : Map.<String, Encryption>ofEntries(
                        Map.entry("aws_sqs_queue.plain", new Encryption.ByAws()),
                        Map.entry("aws_sqs_queue.off", new Encryption.None()),
                        Map.entry("aws_sqs_queue.key", key),
                        Map.entry("aws_sqs_queue.alias", key),
                        Map.entry("aws_sqs_queue.aws", new Encryption.ManagedKey()),
                        Map.entry("aws_sqs_queue.open", new Encryption.Elsewhere()),
                        Map.entry("aws_sqs_queue.empty", new Encryption.ByAws()),
                        Map.entry("aws_sns_topic.plain", new Encryption.None()),
                        Map.entry("aws_dynamodb_table.plain", new Encryption.ByAws()),
                        Map.entry("aws_dynamodb_table.key", key),
                        Map.entry("aws_dynamodb_table.managed", new Encryption.ManagedKey()),
                        Map.entry("aws_dynamodb_table.open", new Encryption.Elsewhere()),
                        Map.entry("aws_cloudwatch_log_group.plain", new Encryption.ByAws()),
                        Map.entry("aws_secretsmanager_secret.plain", new Encryption.ManagedKey()),
                        Map.entry("aws_kinesis_stream.plain", new Encryption.None()),
                        Map.entry("aws_kinesis_stream.kms", new Encryption.ManagedKey()),
                        Map.entry("aws_s3_bucket.plain", new Encryption.ByAws()),
                        Map.entry("aws_s3_bucket.ruled", key),
                        Map.entry("aws_s3_bucket.old", new Encryption.ManagedKey()),
                        Map.entry("aws_s3_bucket.open", new Encryption.Elsewhere()),
                        Map.entry("aws_x.y", new Encryption.Elsewhere()))
                .entrySet()) {
            assertThat(cloud.keys().of(one(cloud, row.getKey())))
                    .as(row.getKey())
                    .isEqualTo(row.getValue());
        }
    }

    @Test
    @DisplayName("knows the tags of a resource, its provider's among them")
    void tags() throws IOException {
        var cloud = cloud(KEYS);
        assertThat(cloud.tags().of(one(cloud, "aws_sqs_queue.plain")))
                .containsEntry("team", Value.text("a"))
                .containsEntry("env", Value.text("prod"))
                .containsEntry("x", Value.text("y"));
        assertThat(cloud.tags().mayHaveMore(one(cloud, "aws_sqs_queue.plain"))).isFalse();
        assertThat(cloud.tags().mayHaveMore(one(cloud, "aws_sqs_queue.key"))).isTrue();
        assertThat(cloud("{\"provider\": {\"aws\": {\"default_tags\": {\"tags\": \"${var.t}\"}}}, "
                                + "\"resource\": {\"aws_x\": {\"y\": {}}}}")
                        .tags()
                        .mayHaveMore(one(cloud, "aws_x.y")))
                .isTrue();
    }

    @Test
    @DisplayName("answers what a resource says")
    void says() throws IOException {
        var cloud = cloud(KEYS);
        var resource = one(cloud, "aws_x.y");
        assertThat(cloud.text(resource, "name")).contains("n");
        assertThat(cloud.number(resource, "size")).contains(new BigDecimal(5));
        assertThat(cloud.truth(resource, "on")).contains(true);
        assertThat(cloud.of("aws_x")).containsExactly(resource);
        assertThat(cloud.rights()).isNotNull();
        assertThat(cloud.expectations()).isNotNull();
    }
}
