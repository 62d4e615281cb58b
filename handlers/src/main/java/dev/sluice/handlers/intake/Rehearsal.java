package dev.sluice.handlers.intake;

import dev.sluice.domain.policy.Policy;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.codec.MessageAttributes;
import dev.sluice.handlers.port.SigningSecret;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A made-up webhook that goes through a validator behind which nobody stands: whatever is made at its first use, as classes
 * and reference tables are, is made before a sender waits for it.
 *
 * <p>All of it is written here: nothing secret, random or of the time is touched, so that a picture of it may be kept.
 */
public final class Rehearsal {

    private static final String BODY =
            "{\"id\":\"rehearsal\",\"type\":\"payment\",\"amount\":\"12.50\",\"currency\":\"GBP\","
                    + "\"accountId\":\"nobody\",\"occurredAt\":\"2026-01-01T00:00:00Z\","
                    + "\"merchant\":{\"name\":\"Nowhere\",\"mcc\":\"5411\",\"country\":\"GB\"},"
                    + "\"card\":{\"bin\":\"411111\",\"last4\":\"1111\"},\"metadata\":{\"till\":\"7\"}}";

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private static final byte[] KEY = "nobody signs with this but us".getBytes(StandardCharsets.UTF_8);

    /** Of that body, at that time, by that key. */
    private static final String SIGNATURE = "v1,E3t4MLD/uh2hme1VgOi2STbBRBuOLltJKDDUsiUxO3M=";

    private Rehearsal() {}

    /** Begins one on a thread of its own, which may be waited for and need not be. */
    public static Thread begin() {
        return Thread.ofPlatform().name("rehearses").daemon().start(Rehearsal::answer);
    }

    /** What the gateway would have been answered. */
    static String answer() {
        var source = new Source(Sources.DEFAULT, Policy.unlimited(ZoneOffset.UTC));
        var validator = new Validator(
                new Sources(Map.of(Sources.DEFAULT, source)),
                name -> List.of(new SigningSecret(KEY, Optional.empty())),
                announcement -> {
                    MessageAttributes.of(announcement);
                    AnnouncementJson.write(announcement);
                },
                InstantSource.fixed(AT),
                new Telemetry(line -> {}));
        var answer = new ByteArrayOutputStream();
        try {
            validator.answer(new ByteArrayInputStream(event()), answer);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static byte[] event() {
        return JsonText.object(json -> {
                    json.writeStringField("resource", "/webhook");
                    json.writeObjectFieldStart("headers");
                    json.writeStringField("content-type", "application/json");
                    json.writeStringField("webhook-id", "rehearsal");
                    json.writeStringField("webhook-timestamp", Long.toString(AT.getEpochSecond()));
                    json.writeStringField("webhook-signature", SIGNATURE);
                    json.writeEndObject();
                    json.writeStringField("body", BODY);
                })
                .getBytes(StandardCharsets.UTF_8);
    }
}
