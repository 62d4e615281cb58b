package dev.sluice.handlers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.handlers.Answer;
import dev.sluice.handlers.WebhookRequest;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.port.SigningSecret;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that are nearly right, or meant to cost more than they should; the clock stands. */
class SignaturePitfallsTest {

    private static final Instant NOW = Intake.NOW;
    private static final byte[] KEY = Intake.KEY;
    private static final byte[] OLDER_KEY = Intake.key(2);
    private static final String WRONG = "v1," + Base64.getEncoder().encodeToString(new byte[32]);

    private final WebhookRequest request = new WebhookRequest().signed(KEY, NOW);
    private final String right = request.header("webhook-signature");

    @Test
    void exactlyFiveMinutesAreAllowedBothWaysAndNotASecondMore() {
        var five = Duration.ofMinutes(5);
        assertThat(sentAt(NOW.plus(five)).status()).isEqualTo(202);
        assertThat(sentAt(NOW.minus(five)).status()).isEqualTo(202);
        for (var at : List.of(NOW.plus(five).plusSeconds(1), NOW.minus(five).minusSeconds(1))) {
            var refused = sentAt(at);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.body().text("detail")).contains("more than 5 minutes");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "+1777889760",
                "-1777889760",
                "1777889760 ",
                "1777889760.0",
                "1777889760,1777889760",
                "1.777889760e9",
                "1777889760000",
                "999999999999",
                "1000000000000000000",
                "9223372036854775808",
                "0x69f871e0",
                "１７７７８８９７６０",
                "2026-05-04T10:16:00Z",
                "now",
                "\u0000"
            })
    void anAbsurdTimestampIsRefusedWithTheBodysSignatureRight(String timestamp) {
        var intake = new Intake();

        assertThat(intake.send(request.header("webhook-timestamp", timestamp)).status())
                .isEqualTo(401);
        assertThat(intake.announced).isEmpty();
    }

    @Test
    void theRightSignatureIsFoundAtAnyPlaceOfTheLongestList() {
        var places = WebhookSignature.LONGEST_LIST / (WRONG.length() + 1);
        for (var place : List.of(0, 1, places / 2, places - 1)) {
            var list = (WRONG + " ").repeat(place) + right + (" " + WRONG).repeat(places - 1 - place);
            assertThat(with(list).status()).as("place %d of %d", place, places).isEqualTo(202);
        }
        assertThat(with((WRONG + " ").repeat(places)).status()).isEqualTo(401);
    }

    @Test
    void aLongerListIsRefusedUnreadWhereverTheRightOneStands() {
        for (var list : List.of((WRONG + " ").repeat(1_000) + right, right + (" " + WRONG).repeat(1_000))) {
            var refused = with(list);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.body().text("detail")).contains("webhook-signature is at most 8192 characters");
        }
        assertThat(with(right + " ".repeat(WebhookSignature.LONGEST_LIST - right.length()))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void onlyOurVersionCountsAndEveryOtherIsPassedOver() {
        var signature = right.substring("v1,".length());
        for (var alone : List.of(
                "v1a," + signature,
                "v2," + signature,
                "V1," + signature,
                "v1" + signature,
                "v1," + signature.toLowerCase(Locale.ROOT),
                "v1, " + signature,
                "v1," + signature.substring(0, 20),
                "v1," + signature + signature,
                "v1,",
                ",",
                " ",
                signature)) {
            assertThat(with(alone).status()).as(alone).isEqualTo(401);
            assertThat(with(alone + " " + right).status())
                    .as("before the right one: " + alone)
                    .isEqualTo(202);
        }
    }

    @Test
    void aListSeparatedByAnythingButSpacesIsNoList() {
        for (var separator : List.of(",", ", ", "\t", "\u00a0")) {
            var list = WRONG + separator + right;
            assertThat(with(list).status()).as("'%s'", separator).isEqualTo(separator.equals(", ") ? 202 : 401);
        }
    }

    @Test
    void ofAHeaderThatIsSentTwiceTheLastCounts() {
        assertThat(twice(WRONG, right).status()).isEqualTo(202);
        assertThat(twice(right, WRONG).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature", "content-type", "x-correlation-id"})
    void aHeaderOfAnythingAtAllNeverMakesItFail(String name) {
        for (var value : List.of("", " ", "\u0000", "\ud800", "\ud83d\ude00", "a".repeat(10_000), "v1,=", "\r\nx: y")) {
            assertThat(new Intake().send(request.header(name, value)).status())
                    .as("%s of %d characters", name, value.length())
                    .isIn(202, 401, 415);
        }
    }

    @Test
    void anIdOfAnythingIsPartOfWhatIsSigned() {
        for (var id : List.of("a.b", "1777889760", "\u00e9", "a b", "x".repeat(256))) {
            var signed = new WebhookRequest().messageId(id).signed(KEY, NOW);
            assertThat(new Intake().send(signed).status()).as(id).isEqualTo(202);
        }
        assertThat(new Intake()
                        .send(new WebhookRequest().messageId("x".repeat(257)).signed(KEY, NOW))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aSecretVerifiesToTheLastMomentBeforeItsEndAndNotAtIt() {
        var ends = NOW.plusSeconds(10);
        var secret = new SigningSecret(KEY, Optional.of(ends));
        for (var after : Map.of(
                        ends.minusSeconds(1), 202, ends.minusMillis(1), 202, ends, 401, ends.plusSeconds(1), 401)
                .entrySet()) {
            assertThat(new Intake(secret).at(after.getKey()).send(request).status())
                    .as("at %s", after.getKey())
                    .isEqualTo(after.getValue());
        }
    }

    @Test
    void ofTwoSecretsOneMayEndAndTheOtherGoesOn() {
        var ends = NOW.plusSeconds(10);
        var newer = new SigningSecret(KEY, Optional.empty());
        var older = new SigningSecret(OLDER_KEY, Optional.of(ends));
        var byOlder = new WebhookRequest().signed(OLDER_KEY, NOW);

        assertThat(new Intake(newer, older)
                        .at(ends.minusMillis(1))
                        .send(byOlder)
                        .status())
                .isEqualTo(202);
        assertThat(new Intake(newer, older).at(ends).send(byOlder).status()).isEqualTo(401);
        assertThat(new Intake(newer, older).at(ends).send(request).status()).isEqualTo(202);
    }

    @Test
    void aSourceWithoutAnySecretLooksLikeAWrongSignature() {
        var wrong = new Intake().send(new WebhookRequest().signed(Intake.key(9), NOW));

        assertThat(new Intake(new SigningSecret[0]).send(request)).isEqualTo(wrong);
        assertThat(new Intake(new SigningSecret(KEY, Optional.of(NOW))).send(request))
                .isEqualTo(wrong);
    }

    private Answer with(String signatures) {
        return new Intake().send(request.header("webhook-signature", signatures));
    }

    private static Answer sentAt(Instant at) {
        return new Intake().send(new WebhookRequest().signed(KEY, at));
    }

    /** API Gateway hands over the last value of a header, and all of them beside it. */
    private Answer twice(String first, String last) {
        return new Intake()
                .take(new ByteArrayInputStream(JsonText.object(json -> {
                            json.writeStringField("resource", "/webhook");
                            json.writeObjectFieldStart("headers");
                            json.writeStringField("Content-Type", "application/json");
                            json.writeStringField("webhook-id", request.header("webhook-id"));
                            json.writeStringField("webhook-timestamp", request.header("webhook-timestamp"));
                            json.writeStringField("Webhook-Signature", last);
                            json.writeEndObject();
                            json.writeObjectFieldStart("multiValueHeaders");
                            json.writeArrayFieldStart("Webhook-Signature");
                            json.writeString(first);
                            json.writeString(last);
                            json.writeEndArray();
                            json.writeEndObject();
                            json.writeStringField("body", WebhookRequest.VALID_BODY);
                        })
                        .getBytes(StandardCharsets.UTF_8)));
    }
}
