package dev.sluice.handlers.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients of AWS, made from what a deployed function finds in its environment.
 *
 * <p>Everything that the SDK would look for is said: region, credentials, HTTP client, retries. That spares a cold start
 * the reading of profile files and the search of the class path, and leaves no wait without a limit.
 *
 * @param region where all of it is
 * @param credentials whose rights are used
 * @param endpoint another place than AWS itself, for tests
 * @param http the JDK's own: fewer classes to load than any other client, and one call at a time needs no pool
 */
public record Clients(
        Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint, Limits limits, SdkHttpClient http) {

    /** Clients that share one HTTP client. */
    public Clients(Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint, Limits limits) {
        this(region, credentials, endpoint, limits, JdkHttp.within(limits, isHttps(endpoint)));
    }

    private static boolean isHttps(Optional<URI> endpoint) {
        return endpoint.isEmpty() || "https".equalsIgnoreCase(endpoint.get().getScheme());
    }

    /**
     * How long a call may take.
     *
     * @param connect until a connection stands
     * @param attempt how long one attempt may be silent
     * @param call all attempts of one call with the waits between them
     * @param attempts how often it is tried at most
     * @param pause the longest wait between two attempts; the first is at most 50 ms, each may be twice as long as the one
     *     before
     */
    public record Limits(Duration connect, Duration attempt, Duration call, int attempts, Duration pause) {

        /** One try and two more, as the SDK's standard has it, but with waits that suit a caller who waits. */
        private static final int ATTEMPTS = 3;

        private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

        /**
         * A call in one region takes 5 to 30 ms; an attempt that is silent for two seconds is lost. All attempts fit a
         * request of 10 seconds, the validator's and the query's.
         */
        public static final Limits STANDARD =
                new Limits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(7));

        /** Limits of a caller who waits: three attempts, a second apart at most. */
        public Limits(Duration connect, Duration attempt, Duration call) {
            this(connect, attempt, call, ATTEMPTS, LONGEST_WAIT);
        }
    }

    /** What meets a transaction on the same items loses now and then: it is tried more often. */
    private static final int ATTEMPTS_OF_TRANSACTIONS = 8;

    private static final Duration FIRST_WAIT = Duration.ofMillis(50);

    /** From the variables that Lambda sets; {@code AWS_ENDPOINT_URL} names another place than AWS itself. */
    public static Clients of(Map<String, String> variables) {
        SdkLog.goesNowhere();
        var region = variables.get("AWS_REGION");
        if (region == null) {
            throw new IllegalStateException("the environment variable AWS_REGION is not set; Lambda sets it");
        }
        return new Clients(
                Region.of(region),
                credentials(variables),
                Optional.ofNullable(variables.get("AWS_ENDPOINT_URL")).map(URI::create),
                Limits.STANDARD);
    }

    /**
     * Lambda hands a function its role's credentials through variables, which last as long as the process; a function
     * under SnapStart gets them from an endpoint instead, since its process may be woken long after it was made.
     */
    private static AwsCredentialsProvider credentials(Map<String, String> variables) {
        var key = variables.get("AWS_ACCESS_KEY_ID");
        var secret = variables.get("AWS_SECRET_ACCESS_KEY");
        if (variables.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI") || key == null || secret == null) {
            return ContainerCredentialsProvider.create();
        }
        var token = variables.get("AWS_SESSION_TOKEN");
        return StaticCredentialsProvider.create(
                token == null
                        ? AwsBasicCredentials.create(key, secret)
                        : AwsSessionCredentials.create(key, secret, token));
    }

    public SnsClient sns() {
        return made(SnsClient.builder());
    }

    SecretsManagerClient secretsManager() {
        return made(SecretsManagerClient.builder());
    }

    public SqsClient sqs() {
        return made(SqsClient.builder());
    }

    public DynamoDbClient dynamoDb() {
        var retries = retrying(Math.max(limits.attempts(), ATTEMPTS_OF_TRANSACTIONS))
                .retryOnException(TransactionConflictException.class)
                .retryOnException(e -> e instanceof TransactionCanceledException canceled && wasInTheWay(canceled));
        return made(DynamoDbClient.builder().endpointDiscoveryEnabled(false), retries)
                .build();
    }

    /** Whether nothing is wrong with the transaction itself: another one, or too many, were in its way. */
    private static boolean wasInTheWay(TransactionCanceledException canceled) {
        return canceled.hasCancellationReasons()
                && canceled.cancellationReasons().stream()
                        .map(reason -> String.valueOf(reason.code()))
                        .allMatch(code -> switch (code) {
                            case "None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" ->
                                true;
                            default -> false;
                        });
    }

    /** A client of any service, as all of these are made. */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C made(B builder) {
        return made(builder, retrying(limits.attempts())).build();
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B made(
            B builder, StandardRetryStrategy.Builder retries) {
        builder.region(region)
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(retries.build())
                        .apiCallAttemptTimeout(limits.attempt())
                        .apiCallTimeout(limits.call())
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .build());
        endpoint.ifPresent(builder::endpointOverride);
        return builder;
    }

    private StandardRetryStrategy.Builder retrying(int attempts) {
        var wait = BackoffStrategy.exponentialDelay(FIRST_WAIT, limits.pause());
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(attempts)
                .backoffStrategy(wait)
                .throttlingBackoffStrategy(wait);
    }
}
