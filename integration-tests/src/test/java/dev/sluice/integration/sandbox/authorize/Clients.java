package dev.sluice.integration.sandbox.authorize;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.xray.XRayClient;

/**
 * The SDK's own clients for someone who calls AWS: three attempts with no wait between them.
 *
 * @param endpoint where AWS is
 * @param credentials who calls
 */
record Clients(URI endpoint, Credentials credentials) {

    DynamoDbClient dynamoDb() {
        return made(DynamoDbClient.builder().endpointDiscoveryEnabled(false));
    }

    DynamoDbStreamsClient streams() {
        return made(DynamoDbStreamsClient.builder());
    }

    SqsClient sqs() {
        return made(SqsClient.builder());
    }

    SnsClient sns() {
        return made(SnsClient.builder());
    }

    SecretsManagerClient secrets() {
        return made(SecretsManagerClient.builder());
    }

    CloudWatchLogsClient logs() {
        return made(CloudWatchLogsClient.builder());
    }

    XRayClient traces() {
        return made(XRayClient.builder());
    }

    LambdaClient lambda() {
        return made(LambdaClient.builder());
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C made(B builder) {
        return builder.region(Region.EU_WEST_2)
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        credentials.accessKey(), credentials.secretKey(), credentials.sessionToken())))
                .endpointOverride(endpoint)
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(20)))
                .overrideConfiguration(
                        settings -> settings.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(3)
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                                .build()))
                .build();
    }
}
