package dev.sluice.integration.sandbox.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/**
 * How an operator reaches an account.
 *
 * @param region where it is
 * @param credentials whose rights are used
 * @param endpoint another place than AWS itself
 */
public record Access(Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How whoever deploys to an emulator reaches it, which asks nobody for rights. */
    public static Access ofEmulator(URI emulator, String region) {
        return new Access(
                Region.of(region),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake-secret-key")),
                Optional.of(emulator));
    }

    /** The value of an API key, by its id. */
    public String apiKey(String id) {
        try (var apis = client(ApiGatewayClient.builder())) {
            return apis.getApiKey(request -> request.apiKey(id).includeValue(true))
                    .value();
        }
    }

    /** A client that is set so. */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder) {
        builder.region(region)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(PATIENCE)
                        .socketTimeout(PATIENCE));
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
