package dev.sluice.integration.sandbox.source;

import dev.sluice.integration.sandbox.authorize.Credentials;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The way to AWS for whoever asks: one client for each, and nothing is tried again, since the next look is. */
final class Connections implements AutoCloseable {

    private final URI endpoint;
    private final Region region;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final Map<Credentials, SqsClient> queues = new ConcurrentHashMap<>();
    private final Map<Credentials, DynamoDbStreamsClient> streams = new ConcurrentHashMap<>();

    /**
     * Connects nothing yet.
     *
     * @param endpoint who stands for AWS
     * @param region where things are
     */
    Connections(URI endpoint, String region) {
        this.endpoint = endpoint;
        this.region = Region.of(region);
    }

    /** The region's code. */
    String region() {
        return region.id();
    }

    SqsClient queues(Credentials who) {
        return queues.computeIfAbsent(
                who,
                each -> SqsClient.builder()
                        .endpointOverride(endpoint)
                        .region(region)
                        .httpClient(http)
                        .credentialsProvider(provider(each))
                        .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .build());
    }

    DynamoDbStreamsClient streams(Credentials who) {
        return streams.computeIfAbsent(
                who,
                each -> DynamoDbStreamsClient.builder()
                        .endpointOverride(endpoint)
                        .region(region)
                        .httpClient(http)
                        .credentialsProvider(provider(each))
                        .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .build());
    }

    /** The URL of a queue. */
    String url(String queue) {
        var parts = queue.split(":", -1);
        return endpoint + "/" + parts[4] + "/" + parts[5];
    }

    private static StaticCredentialsProvider provider(Credentials who) {
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.create(who.accessKey(), who.secretKey(), who.sessionToken()));
    }

    @Override
    public void close() {
        queues.values().forEach(SqsClient::close);
        streams.values().forEach(DynamoDbStreamsClient::close);
        http.close();
    }
}
