package dev.sluice.integration.sandbox.client;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.apigateway.model.UsagePlan;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Topic;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What an account has that goes by a stack's names: nothing before the stack is deployed, and nothing once it is destroyed
 * but the key, which waits to be deleted for as many days as the settings say and has no name.
 */
public final class Leftovers {

    private Leftovers() {}

    /**
     * The names of all there is, by kind; a kind of which there is nothing has an empty list.
     *
     * @param suffix what the stack's names end with, or have before a slash
     */
    public static Map<String, List<String>> of(Access account, String suffix) {
        var found = new TreeMap<String, List<String>>();
        try (var sqs = account.client(SqsClient.builder());
                var sns = account.client(SnsClient.builder());
                var dynamoDb = account.client(DynamoDbClient.builder());
                var lambda = account.client(LambdaClient.builder());
                var logs = account.client(CloudWatchLogsClient.builder());
                var secrets = account.client(SecretsManagerClient.builder());
                var apis = account.client(ApiGatewayClient.builder());
                var alarms = account.client(CloudWatchClient.builder());
                var keys = account.client(KmsClient.builder());
                var roles = account.client(IamClient.builder());
                var s3 = account.client(S3Client.builder());
                var events = account.client(EventBridgeClient.builder())) {
            found.put("queues", ours(suffix, sqs.listQueuesPaginator().queueUrls().stream()));
            found.put(
                    "topics",
                    ours(suffix, sns.listTopicsPaginator().topics().stream().map(Topic::topicArn)));
            found.put(
                    "subscriptions",
                    ours(
                            suffix,
                            sns.listSubscriptionsPaginator().subscriptions().stream()
                                    .map(Subscription::topicArn)));
            found.put("tables", ours(suffix, dynamoDb.listTablesPaginator().tableNames().stream()));
            found.put(
                    "functions",
                    ours(
                            suffix,
                            lambda.listFunctionsPaginator().functions().stream()
                                    .map(FunctionConfiguration::functionName)));
            found.put(
                    "event sources",
                    ours(
                            suffix,
                            lambda.listEventSourceMappingsPaginator().eventSourceMappings().stream()
                                    .map(mapping -> mapping.functionArn().replaceAll(":live$", ""))));
            found.put(
                    "log groups",
                    ours(
                            suffix,
                            logs.describeLogGroupsPaginator().logGroups().stream()
                                    .map(LogGroup::logGroupName)));
            found.put(
                    "secrets",
                    ours(
                            suffix,
                            secrets.listSecretsPaginator().stream()
                                    .flatMap(page -> page.secretList().stream())
                                    .map(SecretListEntry::name)));
            found.put(
                    "APIs",
                    ours(suffix, apis.getRestApisPaginator().items().stream().map(RestApi::name)));
            found.put(
                    "API keys",
                    ours(suffix, apis.getApiKeysPaginator().items().stream().map(ApiKey::name)));
            found.put(
                    "usage plans",
                    ours(suffix, apis.getUsagePlansPaginator().items().stream().map(UsagePlan::name)));
            found.put(
                    "alarms",
                    ours(
                            suffix,
                            alarms.describeAlarmsPaginator().metricAlarms().stream()
                                    .map(MetricAlarm::alarmName)));
            found.put(
                    "dashboards",
                    ours(
                            suffix,
                            alarms.listDashboardsPaginator().dashboardEntries().stream()
                                    .map(DashboardEntry::dashboardName)));
            found.put(
                    "aliases of keys",
                    ours(suffix, keys.listAliasesPaginator().aliases().stream().map(AliasListEntry::aliasName)));
            found.put(
                    "roles",
                    ours(suffix, roles.listRolesPaginator().roles().stream().map(Role::roleName)));
            found.put(
                    "buckets", ours(suffix, s3.listBuckets().buckets().stream().map(Bucket::name)));
            found.put(
                    "schedules",
                    ours(suffix, events.listRules(all -> {}).rules().stream().map(Rule::name)));
        }
        return found;
    }

    private static List<String> ours(String suffix, Stream<String> names) {
        return names.filter(name ->
                        name.contains("sluice-") && (name.endsWith("-" + suffix) || name.contains("-" + suffix + "/")))
                .toList();
    }
}
