package dev.sluice.compliance.live;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.handlers.aws.Clients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An account of AWS, read service by service. Nothing that it calls changes anything, or tells a secret's value. */
public final class AwsLiveAccount implements LiveAccount {

    /** A scan has minutes: it rather waits for a service that has too much to do than to say nothing of all others. */
    private static final Clients.Limits LIMITS = new Clients.Limits(
            Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(40), 10, Duration.ofSeconds(5));

    private final Scope scope;
    private final TaggedReader tagged;
    private final List<ServiceReader> readers;
    private final RoleReader roles;

    /**
     * The account that those clients have rights in.
     *
     * @param norm whose environment is read, and which recorder the account is to have
     */
    public AwsLiveAccount(Clients clients, Norm norm) {
        var patient = new Clients(clients.region(), clients.credentials(), clients.endpoint(), LIMITS);
        this.scope = new Scope(
                norm.suffix(),
                Norm.OWNERSHIP.stream().collect(Collectors.toMap(Function.identity(), norm.tags()::get)));
        this.tagged = new TaggedReader(patient.made(ResourceGroupsTaggingApiClient.builder()));
        var lambda = patient.made(LambdaClient.builder());
        this.roles = new RoleReader(patient.made(IamClient.builder()));
        this.readers = List.of(
                new FunctionReader(lambda),
                new MappingReader(lambda),
                new LogGroupReader(patient.made(CloudWatchLogsClient.builder())),
                new AlarmReader(patient.made(CloudWatchClient.builder())),
                new ScheduleReader(patient.made(EventBridgeClient.builder())),
                new TableReader(patient.made(DynamoDbClient.builder())),
                new QueueReader(patient.made(SqsClient.builder())),
                new TopicReader(patient.made(SnsClient.builder())),
                new SecretReader(patient.made(SecretsManagerClient.builder())),
                new BucketReader(patient.made(S3Client.builder())),
                new ApiReader(patient.made(ApiGatewayClient.builder())),
                new KeyReader(patient.made(KmsClient.builder())),
                new RecorderReader(patient.made(ConfigClient.builder()), norm.recorder()));
    }

    @Override
    public ResourceGraph read() {
        var unread = new Unread();
        var bearing = tagged.read(scope);
        var all = new ArrayList<Resource>();
        readers.forEach(reader -> all.addAll(reader.read(scope, bearing, unread)));
        all.addAll(roles.read(all, unread));
        all.addAll(Whereabouts.of(all));
        return new ResourceGraph(Origin.LIVE, all, List.of(), List.of(), unread.all());
    }
}
