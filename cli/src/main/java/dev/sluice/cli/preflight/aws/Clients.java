package dev.sluice.cli.preflight.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The clients of what is asked, each made for one question.
 *
 * @param region where all of it is
 * @param credentials whose rights are used
 * @param endpoint another place than the SDK finds, which is AWS itself or what {@code AWS_ENDPOINT_URL} says; for tests
 */
record Clients(Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint, Limits limits) {

    /**
     * How long a question may take.
     *
     * @param connect until a connection stands
     * @param attempt how long one attempt may be silent
     * @param call both attempts with the wait between them
     */
    record Limits(Duration connect, Duration attempt, Duration call) {

        /** Somebody waits for a dozen answers, from anywhere in the world. */
        static final Limits STANDARD = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(9));
    }

    private static final int ATTEMPTS = 2;

    StsClient sts() {
        return made(StsClient.builder());
    }

    LambdaClient lambda() {
        return made(LambdaClient.builder());
    }

    ApiGatewayClient apiGateway() {
        return made(ApiGatewayClient.builder());
    }

    CloudWatchLogsClient logs() {
        return made(CloudWatchLogsClient.builder());
    }

    DynamoDbClient dynamoDb() {
        return made(DynamoDbClient.builder().endpointDiscoveryEnabled(false));
    }

    ConfigClient config() {
        return made(ConfigClient.builder());
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C made(B builder) {
        builder.region(region)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(limits.connect())
                        .socketTimeout(limits.attempt()))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build())
                        .apiCallAttemptTimeout(limits.attempt())
                        .apiCallTimeout(limits.call())
                        .build());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
