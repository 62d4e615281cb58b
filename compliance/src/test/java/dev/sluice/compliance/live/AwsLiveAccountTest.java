package dev.sluice.compliance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.graph.Value;
import dev.sluice.handlers.aws.Clients;
import dev.sluice.handlers.aws.Emulator;
import dev.sluice.handlers.port.Unavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

class AwsLiveAccountTest {

    private static final Map<String, String> TAGS = Map.of("Project", "sluice", "Environment", "seen");
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                    + "\"Principal\":{\"Service\":\"lambda.amazonaws.com\"}}]}";
    private static final String NAME = "sluice-validator-seen";
    private static final String FUNCTION = "aws_lambda_function." + NAME;

    /** More attempts than one whose caller waits makes. */
    private static final int MORE_THAN_USUAL = 4;

    private static String key = "";

    @BeforeAll
    static void deploy() {
        var clients = clients(Emulator.url());
        functions(clients.made(IamClient.builder()), clients.made(LambdaClient.builder()));
        try (var logs = clients.made(CloudWatchLogsClient.builder())) {
            // More than one page of 50.
            for (int index = 0; index < 60; index++) {
                var name = "/aws/lambda/sluice-group" + index + "-seen";
                logs.createLogGroup(request -> request.logGroupName(name));
            }
            logs.putRetentionPolicy(request ->
                    request.logGroupName("/aws/lambda/sluice-group7-seen").retentionInDays(30));
            logs.createLogGroup(request -> request.logGroupName("/aws/lambda/sluice-group-other"));
        }
        try (var cloudWatch = clients.made(CloudWatchClient.builder())) {
            cloudWatch.putMetricAlarm(request -> request.alarmName("sluice-letters-seen")
                    .namespace("AWS/SQS")
                    .metricName("ApproximateNumberOfMessagesVisible")
                    .statistic("Maximum")
                    .comparisonOperator("GreaterThanThreshold")
                    .threshold(0.5)
                    .evaluationPeriods(1)
                    .period(60)
                    .dimensions(Dimension.builder()
                            .name("QueueName")
                            .value("sluice-dlq-seen")
                            .build()));
        }
        try (var events = clients.made(EventBridgeClient.builder())) {
            events.putRule(request -> request.name("sluice-scan-seen").scheduleExpression("rate(1 hour)"));
            events.putTargets(request -> request.rule("sluice-scan-seen")
                    .targets(Target.builder()
                            .id("scanner")
                            .arn("arn:aws:lambda:eu-west-2:123456789012:function:x")
                            .build()));
        }
        try (var kms = clients.made(KmsClient.builder())) {
            key = kms.createKey(request -> request.description("of the test"))
                    .keyMetadata()
                    .keyId();
            kms.createAlias(
                    request -> request.aliasName("alias/sluice-pipeline-seen").targetKeyId(key));
        }
    }

    private static void functions(IamClient iam, LambdaClient lambda) {
        var role = iam.createRole(request -> request.roleName(NAME).assumeRolePolicyDocument(TRUST))
                .role()
                .arn();
        iam.putRolePolicy(request -> request.roleName(NAME)
                .policyName("own")
                .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                        + "\"Action\":\"sqs:SendMessage\",\"Resource\":\"arn:aws:sqs:eu-west-2:123456789012:a+b\"}]}"));
        lambda.createFunction(request -> request.functionName(NAME)
                .role(role)
                .runtime("java21")
                .handler("dev.sluice.Entry")
                .memorySize(512)
                .tags(TAGS)
                .publish(true)
                .tracingConfig(tracing -> tracing.mode("Active"))
                .environment(environment -> environment.variables(Map.of("TABLE", "sluice-transactions-seen")))
                .code(code -> code.zipFile(SdkBytes.fromByteArray(code()))));
        lambda.createAlias(request -> request.functionName(NAME).name("live").functionVersion("1"));
        lambda.addPermission(request -> request.functionName(NAME)
                .qualifier("live")
                .statementId("topic")
                .action("lambda:InvokeFunction")
                .principal("sns.amazonaws.com")
                .sourceArn("arn:aws:sns:eu-west-2:123456789012:sluice-transactions-seen"));
        iam.close();
        lambda.close();
    }

    @Test
    void aFunctionIsReadAsTerraformWouldShowIt() {
        var function = one(read(Emulator.url()), FUNCTION);

        assertThat(text(function, "runtime")).isEqualTo("java21");
        assertThat(text(function, "memory_size")).isEqualTo("512");
        assertThat(text(function, "tracing_config", "mode")).isEqualTo("Active");
        assertThat(text(function, "environment", "variables", "TABLE")).isEqualTo("sluice-transactions-seen");
        assertThat(text(function, "tags_all", "Project")).isEqualTo("sluice");
        assertThat(function.at("reserved_concurrent_executions").isAbsent()).isTrue();
        assertThat(function.at("snap_start").isAbsent()).isTrue();
    }

    @Test
    void thePermissionOfAnAliasNamesIt() {
        var permission = one(read(Emulator.url()), "aws_lambda_permission." + NAME + ":live:topic");

        assertThat(text(permission, "function_name")).isEqualTo(NAME);
        assertThat(text(permission, "qualifier")).isEqualTo("live");
        assertThat(text(permission, "principal")).isEqualTo("sns.amazonaws.com");
        assertThat(text(permission, "source_arn")).endsWith(":sluice-transactions-seen");
    }

    @Test
    void theRoleOfAFunctionIsReadWithWhatItSays() {
        var graph = read(Emulator.url());

        assertThat(graph.target(one(graph, FUNCTION).at("role"), "aws_iam_role"))
                .contains(one(graph, "aws_iam_role." + NAME));
        assertThat(text(one(graph, "aws_iam_role_policy." + NAME + ":own"), "policy"))
                .contains("arn:aws:sqs:eu-west-2:123456789012:a+b");
    }

    @Test
    void everyPageIsReadAndNothingOfOthers() {
        var graph = read(Emulator.url());

        assertThat(graph.of("aws_cloudwatch_log_group")).hasSize(60);
        assertThat(text(one(graph, "aws_cloudwatch_log_group./aws/lambda/sluice-group7-seen"), "retention_in_days"))
                .isEqualTo("30");
        assertThat(text(one(graph, "aws_cloudwatch_log_group./aws/lambda/sluice-group8-seen"), "retention_in_days"))
                .isEqualTo("0");
    }

    @Test
    void alarmsSchedulesAndKeysAreFoundByTheirNames() {
        var graph = read(Emulator.url());

        var alarm = one(graph, "aws_cloudwatch_metric_alarm.sluice-letters-seen");
        assertThat(text(alarm, "threshold")).isEqualTo("0.5");
        assertThat(text(alarm, "dimensions", "QueueName")).isEqualTo("sluice-dlq-seen");
        assertThat(text(one(graph, "aws_cloudwatch_event_target.sluice-scan-seen:scanner"), "rule"))
                .isEqualTo("sluice-scan-seen");
        assertThat(text(one(graph, "aws_kms_key." + key), "enable_key_rotation"))
                .isEqualTo("false");
        assertThat(text(one(graph, "aws_kms_alias.alias/sluice-pipeline-seen"), "target_key_id"))
                .isEqualTo(key);
    }

    @Test
    void theAccountAndTheRegionAreKnownToPolicies() {
        var graph = read(Emulator.url());

        assertThat(graph.origin()).isEqualTo(Origin.LIVE);
        assertThat(text(graph.dataOf("aws_caller_identity").getFirst(), "account_id"))
                .isEqualTo("123456789012");
        assertThat(text(graph.dataOf("aws_region").getFirst(), "name")).isEqualTo("eu-west-2");
    }

    @Test
    void aRecorderThatIsNotThereIsNotInTheGraph() {
        assertThat(read(Emulator.url()).dataOf("aws_config_configuration_recorder"))
                .isEmpty();
    }

    @Test
    void aRecorderThatStandsStillIsTold() {
        try (var wire = new Wire(Emulator.url())
                .answering(
                        "DescribeConfigurationRecorderStatus",
                        "{\"ConfigurationRecordersStatus\": [{\"name\": \"default\", \"recording\": false}]}")) {
            assertThat(text(
                            read(wire.url())
                                    .dataOf("aws_config_configuration_recorder")
                                    .getFirst(),
                            "recording"))
                    .isEqualTo("false");
        }
    }

    @Test
    void whatMayNotBeReadIsUnknownAndTold() {
        try (var wire = new Wire(Emulator.url()).refusing("/concurrency", 403, "AccessDeniedException")) {
            var graph = read(wire.url());

            assertThat(one(graph, FUNCTION).at("reserved_concurrent_executions"))
                    .isInstanceOf(Value.Unknown.class);
            assertThat(graph.unreadable())
                    .extracting(Unreadable::why)
                    .containsExactly("lambda:GetFunctionConcurrency: AccessDeniedException");
        }
    }

    @Test
    void aPolicyThatMayNotBeReadIsAPermissionOfWhichNothingIsKnown() {
        try (var wire = new Wire(Emulator.url()).refusing("/policy?Qualifier=live", 403, "AccessDeniedException")) {
            var permission = one(read(wire.url()), "aws_lambda_permission." + NAME + ":live");

            assertThat(permission.at("principal").isOpen()).isTrue();
        }
    }

    @Test
    void whatWasDeletedSinceItWasListedIsNotThere() {
        try (var wire = new Wire(Emulator.url()).refusing("/concurrency", 404, "ResourceNotFoundException")) {
            var graph = read(wire.url());

            assertThat(graph.of("aws_lambda_function")).isEmpty();
            assertThat(graph.of("aws_lambda_alias")).isEmpty();
            assertThat(graph.unreadable()).isEmpty();
        }
    }

    @Test
    void anAnswerThatDoesNotSayThatItIsGoneLeavesItThere() {
        try (var wire = new Wire(Emulator.url()).refusing("/concurrency", 404, "UnknownOperationException")) {
            var graph = read(wire.url());

            assertThat(one(graph, FUNCTION).at("reserved_concurrent_executions").isOpen())
                    .isTrue();
            assertThat(graph.unreadable())
                    .extracting(Unreadable::why)
                    .containsExactly("lambda:GetFunctionConcurrency: UnknownOperationException");
        }
    }

    @Test
    void aServiceThatHasTooMuchToDoIsAskedAgain() {
        try (var wire =
                new Wire(Emulator.url()).refusing("/concurrency", 429, "TooManyRequestsException", MORE_THAN_USUAL)) {
            var graph = read(wire.url());

            assertThat(graph.unreadable()).isEmpty();
            assertThat(one(graph, FUNCTION).at("reserved_concurrent_executions").isAbsent())
                    .isTrue();
        }
    }

    @Test
    void withoutAListNothingIsSaid() {
        try (var wire = new Wire(Emulator.url()).refusing("Action=DescribeAlarms", 403, "AccessDenied")) {
            assertThatThrownBy(() -> read(wire.url()))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageStartingWith("cloudwatch:DescribeAlarms: ");
        }
    }

    private static ResourceGraph read(URI endpoint) {
        return new AwsLiveAccount(clients(endpoint), new Norm("seen", TAGS, 30, 14, "default")).read();
    }

    private static Clients clients(URI endpoint) {
        return new Clients(
                Region.EU_WEST_2,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake-secret-key")),
                Optional.of(endpoint),
                new Clients.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60)));
    }

    private static Resource one(ResourceGraph graph, String address) {
        assertThat(graph.at(address)).as(address).hasSize(1);
        return graph.at(address).getFirst();
    }

    private static String text(Resource resource, String... path) {
        return resource.at(path).asText().orElse("");
    }

    private static byte[] code() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("empty.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
