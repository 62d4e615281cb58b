package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.Answer;
import dev.sluice.handlers.InvokedContext;
import dev.sluice.handlers.WebhookRequest;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.port.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions as Lambda makes them: from nothing but their environment. */
class DeployedTest {

    @Test
    void everyFunctionOfTheBlueprintNamesAClassThatLambdaCanMake() {
        assertThat(Pipeline.BLUEPRINT.functions()).allSatisfy(function -> {
            var entry = Class.forName(function.handler());
            assertThat(entry).isAssignableTo(RequestStreamHandler.class).isPublic();
            assertThat(entry.getConstructor()).isNotNull();
        });
    }

    @Test
    void allOfThemAreMadeWithoutACall() {
        assertThat(Deployed.validator(Surroundings.NOWHERE)).isNotNull();
        assertThat(Deployed.processor(Surroundings.NOWHERE)).isNotNull();
        assertThat(Deployed.enricher(Surroundings.NOWHERE)).isNotNull();
        assertThat(Deployed.notifier(Surroundings.NOWHERE)).isNotNull();
        assertThat(Deployed.query(Surroundings.NOWHERE)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SOURCES", "SOURCE_SECRETS_PREFIX", "TRANSACTIONS_TOPIC_ARN", "METRICS_NAMESPACE", "AWS_REGION"})
    void aVariableThatIsMissingIsNamed(String name) {
        var variables = new HashMap<>(Surroundings.NOWHERE);
        variables.remove(name);
        assertThatThrownBy(() -> Deployed.validator(variables))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the environment variable " + name + " ");
    }

    @Test
    void sourcesThatDoNotReadAreToldWithTheirVariable() {
        var variables = new HashMap<>(Surroundings.NOWHERE);
        variables.put("SOURCES", "{\"default\":{\"zone\":\"Nowhere\"}}");
        assertThatThrownBy(() -> Deployed.validator(variables))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment variable SOURCES: source 'default': zone is an IANA time zone such as"
                        + " Europe/London");
    }

    @Test
    void riskSettingsThatDoNotReadAreToldWithTheirVariable() {
        var variables = new HashMap<>(Surroundings.NOWHERE);
        variables.put("RISK", "{\"flag_at\": \"high\"}");
        assertThatThrownBy(() -> Deployed.enricher(variables))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment variable RISK: risk setting 'flag_at' is a number");
    }

    @Test
    void aSignedWebhookGoesAllTheWaySomebodyIsAlertedAndAnOperatorFindsIt() throws IOException {
        var around = Surroundings.create();
        var variables = around.variables();
        var now = Instant.now();

        var accepted = Answer.of(
                Deployed.validator(variables),
                new WebhookRequest().body(body(now)).signed(around.key(), now).event());
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);

        var published = around.published();
        assertThat(published).hasSize(1);
        answered(Deployed.processor(variables), Events.ofTopic(published.getFirst()));
        assertThat(answered(Deployed.enricher(variables), around.streamed("t-1")))
                .isEqualTo("{\"batchItemFailures\":[]}");
        var notifications = around.notified();
        assertThat(notifications).hasSize(1);
        for (var again = 0; again < 2; again++) {
            assertThat(answered(Deployed.notifier(variables), Events.ofQueue(notifications.getFirst())))
                    .isEqualTo("{\"batchItemFailures\":[]}");
        }

        assertThat(around.alerted())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert).contains("\"alertId\":\"default/t-1/"))
                .doesNotHaveDuplicates();
        var found = Answer.of(Deployed.query(variables), in(Events.question("t-1")));
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(found.text()).contains("\"t-1\"", "Corner Shop \uFFFE", "\"notified\"", "1250");
    }

    @Test
    void aConflictIsTold() throws IOException {
        var around = Surroundings.create();
        var t = Samples.transaction("t-1");
        for (var content : List.of(t, Samples.transaction(t.identity(), "account-1", Samples.OCCURRED, 9_999))) {
            answered(
                    Deployed.processor(around.variables()),
                    Events.ofTopic(AnnouncementJson.write(Samples.announcement(content))));
        }
        assertThat(around.notified())
                .singleElement()
                .satisfies(message -> assertThat(message).contains("\"what\":\"conflict\""));
    }

    @Test
    void aTopicThatIsNotThereIsToldAsComeAgainAndNamedInTheLog() {
        var variables = new HashMap<>(Surroundings.NOWHERE);
        variables.put("AWS_ENDPOINT_URL", Emulator.url().toString());
        var answer = Answer.of(Deployed.query(variables), in(Events.question("t-1")));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("Retry-After");
    }

    /** With a character that SNS refuses as it stands. */
    private static String body(Instant now) {
        return WebhookRequest.VALID_BODY
                .replace(
                        "2026-05-04T10:15:30.123Z",
                        now.truncatedTo(ChronoUnit.MILLIS).toString())
                .replace("Corner Shop", "Corner Shop \uFFFE");
    }

    private static String answered(RequestStreamHandler handler, String event) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(in(event), answer, new InvokedContext());
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
