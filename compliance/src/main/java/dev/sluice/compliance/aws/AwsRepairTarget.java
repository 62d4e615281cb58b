package dev.sluice.compliance.aws;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.port.RepairTarget;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.handlers.aws.Clients;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What is repaired in an account, each kind by its service. */
final class AwsRepairTarget implements RepairTarget {

    private final LogRetention logRetention;
    private final BucketBlock bucketBlock;
    private final DeadLetterRetention deadLetterRetention;
    private final TableRecovery tableRecovery;
    private final FunctionTracing functionTracing;
    private final ResourceTags resourceTags;
    private final TopicKey topicKey;

    AwsRepairTarget(Clients clients, Norm norm) {
        var logs = clients.made(CloudWatchLogsClient.builder());
        var s3 = clients.made(S3Client.builder());
        var sqs = clients.sqs();
        var dynamoDb = clients.dynamoDb();
        var lambda = clients.made(LambdaClient.builder());
        var sns = clients.sns();
        var groups = new LogGroupTags(logs);
        var buckets = new BucketTags(s3);
        var queues = new QueueTags(sqs);
        var tables = new TableTags(dynamoDb);
        var functions = new FunctionTags(lambda);
        var topics = new TopicTags(sns);
        this.logRetention = new LogRetention(logs, groups);
        this.bucketBlock = new BucketBlock(s3, buckets);
        this.deadLetterRetention = new DeadLetterRetention(sqs, queues);
        this.tableRecovery = new TableRecovery(dynamoDb, tables);
        this.functionTracing = new FunctionTracing(lambda, functions);
        this.topicKey = new TopicKey(sns, topics);
        this.resourceTags = new ResourceTags(
                Map.of(
                        "logs", groups,
                        "s3", buckets,
                        "sqs", queues,
                        "dynamodb", tables,
                        "lambda", functions,
                        "sns", topics),
                norm);
    }

    @Override
    public Optional<Present> present(Planned planned) {
        return of(planned).present(planned);
    }

    @Override
    public void change(Planned planned) {
        of(planned).change(planned);
    }

    private RepairTarget of(Planned planned) {
        return switch (planned.kind()) {
            case LOG_RETENTION -> logRetention;
            case PUBLIC_ACCESS_BLOCK -> bucketBlock;
            case DEAD_LETTER_RETENTION -> deadLetterRetention;
            case POINT_IN_TIME_RECOVERY -> tableRecovery;
            case TRACING -> functionTracing;
            case TAGS -> resourceTags;
            case TOPIC_ENCRYPTION -> topicKey;
        };
    }
}
