package dev.sluice.compliance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.port.RepairTarget;
import dev.sluice.compliance.port.RepairTarget.Present;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.handlers.aws.Clients;
import dev.sluice.handlers.aws.Emulator;
import dev.sluice.handlers.port.Unavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.lambda.model.TracingMode;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@DisplayName("What is repaired in an account")
class AwsRepairTargetTest {

    private static final Norm NORM = new Norm(
            "dev", Map.of("Project", "sluice", "Environment", "dev", "CostCenter", "orders"), 30, 14, "default");
    private static final Map<String, String> TAGS = Map.of("Project", "sluice", "Environment", "dev", "Owner", "us");
    private static final String LACKING = "Environment=dev, Project=sluice";
    private static final String WHOLE = "CostCenter=orders, Environment=dev, Project=sluice";

    private final String name = "sluice-" + UUID.randomUUID();
    private Clients clients;
    private RepairTarget target;

    @BeforeEach
    void connect() {
        clients = new Clients(
                Region.EU_WEST_2,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake-secret-key")),
                Optional.of(Emulator.url()),
                new Clients.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60)));
        target = new AwsRepairTarget(clients, NORM);
    }

    @Test
    @DisplayName("is a log group that kept its lines for ever")
    void logRetention() {
        var logs = clients.made(CloudWatchLogsClient.builder());
        logs.createLogGroup(request -> request.logGroupName(name + "-longer"));
        logs.createLogGroup(request -> request.logGroupName(name).tags(TAGS));
        repairs(new Planned(RepairKind.LOG_RETENTION, name, "for ever", "30 days"));
        tags(logs.describeLogGroups(request -> request.logGroupNamePrefix(name)).logGroups().stream()
                .filter(group -> group.logGroupName().equals(name))
                .findFirst()
                .orElseThrow()
                .arn());
    }

    @Test
    @DisplayName("is a bucket of whose locks some are off, or that has none")
    void publicAccessBlock() {
        var s3 = clients.made(S3Client.builder());
        s3.createBucket(request -> request.bucket(name)
                .createBucketConfiguration(where -> where.locationConstraint(BucketLocationConstraint.EU_WEST_2)));
        s3.putBucketTagging(request -> request.bucket(name)
                .tagging(tagging -> tagging.tagSet(TAGS.entrySet().stream()
                        .map(tag -> software.amazon.awssdk.services.s3.model.Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())));
        var all = new Planned(
                RepairKind.PUBLIC_ACCESS_BLOCK,
                name,
                "off: block_public_acls, ignore_public_acls, block_public_policy, restrict_public_buckets",
                "on");
        repairs(all);
        s3.putPublicAccessBlock(request -> request.bucket(name)
                .publicAccessBlockConfiguration(
                        block -> block.blockPublicAcls(true).restrictPublicBuckets(true)));
        repairs(new Planned(
                RepairKind.PUBLIC_ACCESS_BLOCK, name, "off: ignore_public_acls, block_public_policy", "on"));
        tags("arn:aws:s3:::" + name);
    }

    @Test
    @DisplayName("is a bucket without any tag, which is nobody's")
    void untaggedBucket() {
        clients.made(S3Client.builder())
                .createBucket(request -> request.bucket(name)
                        .createBucketConfiguration(
                                where -> where.locationConstraint(BucketLocationConstraint.EU_WEST_2)));
        assertThat(target.present(new Planned(RepairKind.PUBLIC_ACCESS_BLOCK, name, "off", "on")))
                .hasValueSatisfying(present -> assertThat(present.tags()).isEmpty());
    }

    @Test
    @DisplayName("is a dead-letter queue that forgets early")
    void deadLetterRetention() {
        var url = clients.sqs()
                .createQueue(request -> request.queueName(name)
                        .attributes(Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "3600"))
                        .tags(TAGS))
                .queueUrl();
        repairs(new Planned(RepairKind.DEAD_LETTER_RETENTION, url, "3600 s", "1209600 s"));
        tags(url);
    }

    @Test
    @DisplayName("is a table that could not be put back")
    void pointInTimeRecovery() {
        var arn = clients.dynamoDb()
                .createTable(request -> request.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("pk")
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("pk")
                                .keyType(KeyType.HASH)
                                .build())
                        .tags(TAGS.entrySet().stream()
                                .map(tag -> Tag.builder()
                                        .key(tag.getKey())
                                        .value(tag.getValue())
                                        .build())
                                .toList()))
                .tableDescription()
                .tableArn();
        repairs(new Planned(RepairKind.POINT_IN_TIME_RECOVERY, arn, "off", "on"));
        tags(arn);
    }

    @Test
    @DisplayName("is a topic that kept messages unencrypted")
    void topicEncryption() {
        var arn = clients.sns()
                .createTopic(request -> request.name(name)
                        .tags(TAGS.entrySet().stream()
                                .map(tag -> software.amazon.awssdk.services.sns.model.Tag.builder()
                                        .key(tag.getKey())
                                        .value(tag.getValue())
                                        .build())
                                .toList()))
                .topicArn();
        repairs(new Planned(
                RepairKind.TOPIC_ENCRYPTION,
                arn,
                "no key",
                "arn:aws:kms:eu-west-2:123456789012:key/" + UUID.randomUUID()));
        tags(arn);
    }

    @Test
    @DisplayName("is a function whose configuration is not traced, while the version that runs is")
    void tracing() throws IOException {
        var lambda = function(TracingMode.ACTIVE);
        lambda.updateFunctionConfiguration(
                request -> request.functionName(name).tracingConfig(tracing -> tracing.mode(TracingMode.PASS_THROUGH)));
        var planned = new Planned(RepairKind.TRACING, name, "PassThrough", "Active");
        assertThat(target.present(planned).flatMap(Present::hindrance)).isEmpty();
        repairs(planned);
        tags(lambda.getFunctionConfiguration(request -> request.functionName(name))
                .functionArn());
    }

    @Test
    @DisplayName("is no function of which an untraced version runs: that one is to be deployed again")
    void untracedVersion() throws IOException {
        function(TracingMode.PASS_THROUGH);
        assertThat(target.present(new Planned(RepairKind.TRACING, name, "PassThrough", "Active"))
                        .flatMap(Present::hindrance))
                .hasValueSatisfying(why -> assertThat(why).contains("version 1").contains("deploy the function again"));
    }

    @Test
    @DisplayName("is nothing that is gone")
    void gone() {
        var arn = "arn:aws:%s:eu-west-2:123456789012:%s";
        for (var planned : new Planned[] {
            new Planned(RepairKind.LOG_RETENTION, name, "", ""),
            new Planned(RepairKind.PUBLIC_ACCESS_BLOCK, name, "", ""),
            new Planned(RepairKind.DEAD_LETTER_RETENTION, Emulator.url() + "/123456789012/" + name, "", ""),
            new Planned(RepairKind.POINT_IN_TIME_RECOVERY, arn.formatted("dynamodb", "table/" + name), "", ""),
            new Planned(RepairKind.TRACING, name, "", ""),
            new Planned(RepairKind.TOPIC_ENCRYPTION, arn.formatted("sns", name), "", ""),
            new Planned(RepairKind.TAGS, arn.formatted("lambda", "function:" + name), "", "")
        }) {
            assertThat(target.present(planned)).as(planned.toString()).isEmpty();
        }
    }

    @Test
    @DisplayName("is told as unavailable where it cannot be changed, without what the service wrote")
    void refusedChange() {
        assertThatThrownBy(() -> target.change(new Planned(RepairKind.LOG_RETENTION, name, "for ever", "30 days")))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("CloudWatch Logs PutRetentionPolicy: ResourceNotFoundException");
    }

    private void repairs(Planned planned) {
        assertThat(target.present(planned)).hasValueSatisfying(present -> {
            assertThat(present.value()).isEqualTo(planned.before());
            assertThat(present.tags()).containsAllEntriesOf(TAGS);
        });
        target.change(planned);
        assertThat(target.present(planned).map(Present::value)).hasValue(planned.after());
        target.change(planned);
        assertThat(target.present(planned).map(Present::value)).hasValue(planned.after());
    }

    private void tags(String of) {
        var planned = new Planned(RepairKind.TAGS, of, LACKING, WHOLE);
        repairs(planned);
        assertThat(target.present(planned).orElseThrow().tags())
                .containsAllEntriesOf(TAGS)
                .containsEntry("CostCenter", "orders");
    }

    private LambdaClient function(TracingMode mode) throws IOException {
        var iam = clients.made(IamClient.builder().region(Region.AWS_GLOBAL));
        var role = iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                "Principal": {"Service": "lambda.amazonaws.com"}}]}"""))
                .role()
                .arn();
        var zip = new ByteArrayOutputStream();
        try (var entries = new ZipOutputStream(zip)) {
            entries.putNextEntry(new ZipEntry("empty"));
        }
        var lambda = clients.made(LambdaClient.builder());
        lambda.createFunction(request -> request.functionName(name)
                .runtime(Runtime.JAVA21)
                .handler("none")
                .role(role)
                .publish(true)
                .tags(TAGS)
                .tracingConfig(tracing -> tracing.mode(mode))
                .code(code -> code.zipFile(SdkBytes.fromByteArray(zip.toByteArray()))));
        lambda.createAlias(request -> request.functionName(name).name("live").functionVersion("1"));
        return lambda;
    }
}
