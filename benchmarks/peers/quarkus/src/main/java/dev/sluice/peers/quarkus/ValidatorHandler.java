package dev.sluice.peers.quarkus;

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
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Takes a webhook, publishes its transaction, answers 202; 401 where it is not authentic, 400 where it is no transaction. */
@Singleton // without a scope, each invocation would get another one
public class ValidatorHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

    private final ObjectMapper json;
    private final SecretsManagerClient secretsManager;
    private final SnsClient sns;
    private final String secretId;
    private final String topicArn;

    private @Nullable SourceSecrets secrets;

    ValidatorHandler(
            ObjectMapper json,
            SecretsManagerClient secretsManager,
            SnsClient sns,
            @ConfigProperty(name = "SECRET_ID") String secretId,
            @ConfigProperty(name = "TOPIC_ARN") String topicArn) {
        this.json = json;
        this.secretsManager = secretsManager;
        this.sns = sns;
        this.secretId = secretId;
        this.topicArn = topicArn;
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent request, Context context) {
        var now = Instant.now();
        var body = body(request);
        if (!WebhookSignature.verifies(request.getHeaders(), body, secrets().keysAt(now), now)) {
            return answer(401, Refused.because(List.of("no active secret verifies the signature")));
        }
        Submission submission;
        try {
            submission = json.readValue(body, Submission.class);
        } catch (IOException e) {
            return answer(400, Refused.because(List.of("the body does not read")));
        }
        var problems = submission.problems(now);
        if (!problems.isEmpty()) {
            return answer(400, Refused.because(problems));
        }
        var message = written(Announcement.of(submission, now.toString()));
        sns.publish(publish -> publish.topicArn(topicArn).message(message));
        return answer(202, Accepted.of(submission, now.toString()));
    }

    private SourceSecrets secrets() {
        if (secrets == null) {
            secrets = fetched();
        }
        return secrets;
    }

    private SourceSecrets fetched() {
        var kept = secretsManager.getSecretValue(secret -> secret.secretId(secretId));
        try {
            return json.readValue(kept.secretString(), SourceSecrets.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the secret does not read", e);
        }
    }

    private static byte[] body(APIGatewayProxyRequestEvent request) {
        return Boolean.TRUE.equals(request.getIsBase64Encoded())
                ? Base64.getDecoder().decode(request.getBody())
                : request.getBody().getBytes(StandardCharsets.UTF_8);
    }

    private APIGatewayProxyResponseEvent answer(int status, Object body) {
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(status)
                .withHeaders(Map.of("Content-Type", "application/json"))
                .withBody(written(body))
                .withIsBase64Encoded(false);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is answered can be written", e);
        }
    }
}
