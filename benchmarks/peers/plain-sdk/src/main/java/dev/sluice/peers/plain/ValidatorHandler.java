package dev.sluice.peers.plain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.peers.job.Accepted;
import dev.sluice.peers.job.Announcement;
import dev.sluice.peers.job.Refused;
import dev.sluice.peers.job.SourceSecrets;
import dev.sluice.peers.job.Submission;
import dev.sluice.peers.job.WebhookSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Takes a webhook, publishes its transaction, answers 202; 401 where it is not authentic, 400 where it is no transaction. */
public final class ValidatorHandler
        implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Region REGION = Region.of(System.getenv("AWS_REGION"));
    private static final SdkHttpClient HTTP = UrlConnectionHttpClient.create();
    private static final SnsClient SNS = SnsClient.builder()
            .region(REGION)
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .httpClient(HTTP)
            .build();
    private static final SecretsManagerClient SECRETS = SecretsManagerClient.builder()
            .region(REGION)
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .httpClient(HTTP)
            .build();

    private @Nullable SourceSecrets secrets;

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent request, Context context) {
        var now = Instant.now();
        var body = body(request);
        if (!WebhookSignature.verifies(request.getHeaders(), body, secrets().keysAt(now), now)) {
            return answer(401, Refused.because(List.of("no active secret verifies the signature")));
        }
        Submission submission;
        try {
            submission = JSON.readValue(body, Submission.class);
        } catch (IOException e) {
            return answer(400, Refused.because(List.of("the body does not read")));
        }
        var problems = submission.problems(now);
        if (!problems.isEmpty()) {
            return answer(400, Refused.because(problems));
        }
        var message = written(Announcement.of(submission, now.toString()));
        SNS.publish(publish -> publish.topicArn(System.getenv("TOPIC_ARN")).message(message));
        return answer(202, Accepted.of(submission, now.toString()));
    }

    private SourceSecrets secrets() {
        if (secrets == null) {
            secrets = fetched();
        }
        return secrets;
    }

    private static SourceSecrets fetched() {
        var kept = SECRETS.getSecretValue(secret -> secret.secretId(System.getenv("SECRET_ID")));
        try {
            return JSON.readValue(kept.secretString(), SourceSecrets.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the secret does not read", e);
        }
    }

    private static byte[] body(APIGatewayProxyRequestEvent request) {
        return Boolean.TRUE.equals(request.getIsBase64Encoded())
                ? Base64.getDecoder().decode(request.getBody())
                : request.getBody().getBytes(StandardCharsets.UTF_8);
    }

    private static APIGatewayProxyResponseEvent answer(int status, Object body) {
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(status)
                .withHeaders(Map.of("Content-Type", "application/json"))
                .withBody(written(body))
                .withIsBase64Encoded(false);
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is answered can be written", e);
        }
    }
}
