package dev.sluice.peers.spring;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import dev.sluice.peers.job.Accepted;
import dev.sluice.peers.job.Announcement;
import dev.sluice.peers.job.Refused;
import dev.sluice.peers.job.SourceSecrets;
import dev.sluice.peers.job.Submission;
import dev.sluice.peers.job.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.function.json.JsonMapper;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Takes a webhook, publishes its transaction, answers 202; 401 where it is not authentic, 400 where it is no transaction. */
final class Validator implements Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

    private final JsonMapper json;
    private final SecretsManagerClient secretsManager;
    private final SnsClient sns;
    private final String secretId;
    private final String topicArn;

    private @Nullable SourceSecrets secrets;

    Validator(JsonMapper json, SecretsManagerClient secretsManager, SnsClient sns, String secretId, String topicArn) {
        this.json = json;
        this.secretsManager = secretsManager;
        this.sns = sns;
        this.secretId = secretId;
        this.topicArn = topicArn;
    }

    @Override
    public APIGatewayProxyResponseEvent apply(APIGatewayProxyRequestEvent request) {
        var now = Instant.now();
        var body = body(request);
        if (!WebhookSignature.verifies(request.getHeaders(), body, secrets().keysAt(now), now)) {
            return answer(401, Refused.because(List.of("no active secret verifies the signature")));
        }
        Submission submission;
        try {
            submission = json.fromJson(body, Submission.class);
        } catch (IllegalStateException e) {
            return answer(400, Refused.because(List.of("the body does not read")));
        }
        var problems = submission.problems(now);
        if (!problems.isEmpty()) {
            return answer(400, Refused.because(problems));
        }
        var message = json.toString(Announcement.of(submission, now.toString()));
        sns.publish(publish -> publish.topicArn(topicArn).message(message));
        return answer(202, Accepted.of(submission, now.toString()));
    }

    private SourceSecrets secrets() {
        if (secrets == null) {
            var kept = secretsManager.getSecretValue(secret -> secret.secretId(secretId));
            secrets = json.<SourceSecrets>fromJson(kept.secretString(), SourceSecrets.class);
        }
        return secrets;
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
                .withBody(json.toString(body))
                .withIsBase64Encoded(false);
    }
}
