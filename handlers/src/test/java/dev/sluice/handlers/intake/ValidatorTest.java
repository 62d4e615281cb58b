package dev.sluice.handlers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.policy.Policy;
import dev.sluice.handlers.Answer;
import dev.sluice.handlers.WebhookRequest;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.SigningSecret;
import dev.sluice.handlers.port.SourceSecrets;
import dev.sluice.handlers.port.TransactionTopic;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.telemetry.Telemetry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:16:00.5Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final byte[] KEY = key(1);
    private static final byte[] OLDER_KEY = key(2);
    private static final String FAKE_CARD = "4111 1111 1111 1111";

    private final List<Announcement> announced = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Sources sources = new Sources(Map.of("default", source("default"), "shop", source("shop")));
    private SourceSecrets secrets = name -> List.of(new SigningSecret(KEY, Optional.empty()));
    private TransactionTopic topic = announced::add;

    @Test
    void aValidRequestIsAnnouncedAndThenAccepted() {
        var answer = send(signed());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
        assertThat(answer.text())
                .isEqualTo(
                        "{\"transactionId\":\"t-1\",\"status\":\"accepted\",\"receivedAt\":\"2026-05-04T10:16:00.500Z\"}");
        assertThat(announced).singleElement().satisfies(a -> {
            assertThat(a.transaction().identity().source()).isEqualTo("default");
            assertThat(a.transaction().amount().toPlainString()).isEqualTo("12.50");
            assertThat(a.zone()).isEqualTo(LONDON);
            assertThat(a.trace().correlationId()).isEqualTo("request-1");
        });
    }

    @Test
    void theSourceInThePathOwnsTheTransaction() {
        assertThat(send(signed().source("shop")).status()).isEqualTo(202);

        assertThat(announced.getFirst().transaction().identity().source()).isEqualTo("shop");
    }

    @Test
    void anUnknownSourceIsAnsweredLikeAWrongSignature() {
        var unknown = send(signed().source("nobody"));
        var wrong = send(new WebhookRequest().source("shop").signed(key(9), NOW));

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown).isEqualTo(wrong);
        assertThat(announced).isEmpty();
    }

    @Test
    void aSourceThatIsNotInTheSettingsNeverReachesTheSecretStore() {
        secrets = name -> {
            throw new AssertionError("asked for " + name);
        };

        assertThat(send(signed().source("nobody")).status()).isEqualTo(401);
    }

    @Test
    void theRightSignatureMayStandAnywhereInTheList() {
        var request = signed();
        var right = request.header("webhook-signature");
        var others = "v1a,AAAA v1,!!! v1,AAAA v2," + right.substring(3);

        for (var list : List.of(right + " " + others, others + " " + right, "v1,AAAA " + right + " v1,AAAA")) {
            assertThat(send(request.header("webhook-signature", list)).status())
                    .as(list)
                    .isEqualTo(202);
        }
        assertThat(send(request.header("webhook-signature", others)).status()).isEqualTo(401);
    }

    @Test
    void anyChangeOfTheBodyTheIdOrTheTimeBreaksTheSignature() {
        assertThat(send(signed().body(WebhookRequest.VALID_BODY + " ")).status())
                .isEqualTo(401);
        assertThat(send(signed().header("webhook-id", "msg-2")).status()).isEqualTo(401);
        assertThat(send(signed().header("webhook-timestamp", Long.toString(NOW.getEpochSecond() + 1)))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTimestampMayLieFiveMinutesAwayEitherWayAndNoMore() {
        for (var minutes : List.of(-5, 5)) {
            var atTheEdge = NOW.plus(Duration.ofMinutes(minutes)).minusMillis(NOW.toEpochMilli() % 1000);
            var inside = minutes < 0 ? atTheEdge.plusSeconds(1) : atTheEdge;
            var outside = minutes < 0 ? atTheEdge : atTheEdge.plusSeconds(1);
            assertThat(send(new WebhookRequest().signed(KEY, inside)).status()).isEqualTo(202);
            assertThat(send(new WebhookRequest().signed(KEY, outside)).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void everySignatureHeaderIsNeeded(String name) {
        assertThat(send(signed().without(name)).status()).isEqualTo(401);
        assertThat(send(signed().header(name, "")).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e9", "0x10", "99999999999999999999", " 1", "１２３"})
    void aTimestampIsAWholeNumberOfSeconds(String written) {
        assertThat(send(signed().header("webhook-timestamp", written)).status()).isEqualTo(401);
    }

    @Test
    void twoSecretsAreGoodDuringARotationAndWhatOnlyTheOlderVerifiedIsCounted() {
        secrets = name -> List.of(
                new SigningSecret(KEY, Optional.empty()), new SigningSecret(OLDER_KEY, Optional.of(NOW.plusMillis(1))));

        assertThat(send(signed()).status()).isEqualTo(202);
        assertThat(lines.getLast()).doesNotContain("VerifiedByOlderSecret");
        assertThat(send(new WebhookRequest().signed(OLDER_KEY, NOW)).status()).isEqualTo(202);
        assertThat(lines.getLast()).contains("\"VerifiedByOlderSecret\":1");
    }

    @Test
    void aSecretVerifiesNothingFromItsEndOn() {
        secrets = name -> List.of(new SigningSecret(KEY, Optional.of(NOW)));

        assertThat(send(signed()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "[]",
                "\"text\"",
                "{} {}",
                "{\"id\": 1,}",
                "{\"id\": NaN}",
                "{\"id\": 01}",
                "{'id': 1}",
                "{\"id\": \"a\", \"id\": \"b\"}",
                "{\"a\": {\"b\": 1, \"b\": 2}}",
                "{\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": 1}}}}}}}}}",
                "// comment\n{}"
            })
    void whatIsNotOneStrictJsonObjectIsMalformed(String body) {
        var answer = send(new WebhookRequest().body(body).signed(KEY, NOW));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(announced).isEmpty();
    }

    @Test
    void eightLevelsMayBeNested() {
        var body = "{\"x\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": 1}}}}}}},"
                + WebhookRequest.VALID_BODY.substring(1);

        assertThat(send(new WebhookRequest().body(body).signed(KEY, NOW)).status())
                .isEqualTo(202);
    }

    @Test
    void everyBrokenRuleIsNamedAtOnce() {
        var answer = send(new WebhookRequest()
                .body("{\"id\": \"t 1\", \"type\": \"gift\", \"amount\": \"-1\", \"currency\": \"XXX\"}")
                .signed(KEY, NOW));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors())
                .containsExactlyInAnyOrder(
                        "required at /accountId",
                        "required at /occurredAt",
                        "id_format at /id",
                        "type_unknown at /type",
                        "amount_not_positive at /amount",
                        "currency_unknown at /currency");
        assertThat(answer.body().text("title")).isEqualTo("Unprocessable Content");
        assertThat(answer.body().integer("status")).isEqualTo(422);
    }

    @Test
    void aCardNumberIsNeverRepeated() {
        var body = "{\"id\": \"t-1\", \"type\": \"" + FAKE_CARD + "\", \"" + FAKE_CARD + "\": \"" + FAKE_CARD
                + "\", \"metadata\": {\"" + FAKE_CARD + "\": \"x\"}}";
        var answer = send(new WebhookRequest()
                .body(body)
                .header("x-correlation-id", "4111111111111111")
                .signed(KEY, NOW));

        assertThat(answer.errors()).anyMatch(e -> e.startsWith("pan_detected at /metadata/"));
        assertThat(answer.text().replaceAll("[ -]", "")).doesNotContain("411111111111");
        assertThat(String.join("", lines).replaceAll("[ -]", "")).doesNotContain("411111111111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/jsonp", "application/json; charset=latin1", ""})
    void anotherMediaTypeIsUnsupported(String type) {
        assertThat(send(signed().header("Content-Type", type)).status()).isEqualTo(415);
    }

    @Test
    void jsonMayNameItsCharacterSet() {
        assertThat(send(signed().without("Content-Type").header("content-type", "Application/JSON; charset=\"UTF-8\""))
                        .status())
                .isEqualTo(202);
        assertThat(send(signed().without("Content-Type")).status()).isEqualTo(415);
    }

    @Test
    void aBodyMayBe128KibibytesAndNoMore() {
        var padding = 128 * 1024 - WebhookRequest.VALID_BODY.getBytes(StandardCharsets.UTF_8).length;

        assertThat(send(new WebhookRequest()
                                .body(WebhookRequest.VALID_BODY + " ".repeat(padding))
                                .signed(KEY, NOW))
                        .status())
                .isEqualTo(202);
        assertThat(send(new WebhookRequest()
                                .body(WebhookRequest.VALID_BODY + " ".repeat(padding + 1))
                                .signed(KEY, NOW))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void whatCouldNotBeAnnouncedIsNotAcceptedAndMayBeSentAgain() {
        topic = announcement -> {
            throw new Unavailable("topic did not answer");
        };
        var answer = send(signed());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("Retry-After");
        assertThat(lines.getLast()).contains("\"level\":\"ERROR\"");
    }

    @Test
    void theCallersCorrelationIdAndTraceAreCarriedAlong() {
        send(signed().header("x-correlation-id", "order-17").header("X-Amzn-Trace-Id", "Root=1-67-abc;Sampled=1"));

        assertThat(announced.getFirst().trace().correlationId()).isEqualTo("order-17");
        assertThat(announced.getFirst().trace().traceHeader()).contains("Root=1-67-abc;Sampled=1");
        assertThat(lines.getLast()).contains("\"correlationId\":\"order-17\"");
    }

    private Answer send(WebhookRequest request) {
        var validator = new Validator(sources, secrets, topic, InstantSource.fixed(NOW), new Telemetry(lines::add));
        return Answer.of(validator, request.event());
    }

    private static WebhookRequest signed() {
        return new WebhookRequest().signed(KEY, NOW);
    }

    private static Source source(String name) {
        return new Source(name, Policy.unlimited(LONDON));
    }

    private static byte[] key(int filler) {
        var key = new byte[32];
        Arrays.fill(key, (byte) filler);
        return key;
    }
}
