package dev.sluice.integration.sandbox.host;

import dev.sluice.integration.sandbox.authorize.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.xray.XRayClient;

/**
 * The clients by which Lambda does something in a function's name: with the rights of the function's role, so that a missing
 * one is seen.
 *
 * @param endpoint where AWS is
 * @param region the function's
 * @param credentials those of its role
 */
record RoleClients(URI endpoint, String region, Supplier<Credentials> credentials) {

    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(5);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(15);

    /** No network lies between that could change a message on its way. */
    SqsClient sqs() {
        return made(SqsClient.builder().checksumValidationEnabled(false));
    }

    CloudWatchLogsClient logs() {
        return made(CloudWatchLogsClient.builder());
    }

    XRayClient traces() {
        return made(XRayClient.builder());
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C made(B builder) {
        AwsCredentialsProvider provider = this::resolved;
        return builder.region(Region.of(region))
                .endpointOverride(endpoint)
                .credentialsProvider(provider)
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(LONGEST_ATTEMPT))
                .overrideConfiguration(all -> all.apiCallTimeout(LONGEST_CALL))
                .build();
    }

    private AwsCredentials resolved() {
        try {
            var now = credentials.get();
            return AwsSessionCredentials.create(now.accessKey(), now.secretKey(), now.sessionToken());
        } catch (IllegalStateException notTaken) {
            // A call that cannot be made for want of a role fails like one that is refused.
            throw SdkClientException.create(notTaken.getMessage(), notTaken);
        }
    }
}
