package dev.sluice.handlers.intake;

import dev.sluice.domain.policy.Policy;
import dev.sluice.handlers.Answer;
import dev.sluice.handlers.WebhookRequest;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.SigningSecret;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A validator on a clock that stands, with one source, that keeps what it announced and what it logged. */
final class Intake {

    static final Instant NOW = Instant.parse("2026-05-04T10:16:00Z");
    static final byte[] KEY = key(1);

    final List<Announcement> announced = new ArrayList<>();
    final List<String> lines = new ArrayList<>();
    private final List<SigningSecret> secrets;
    private Instant now = NOW;

    Intake() {
        this(new SigningSecret(KEY, Optional.empty()));
    }

    Intake(SigningSecret... secrets) {
        this.secrets = List.of(secrets);
    }

    /** A key that nobody else has, told apart by one byte. */
    static byte[] key(int filler) {
        var key = new byte[32];
        Arrays.fill(key, (byte) filler);
        return key;
    }

    Intake at(Instant moment) {
        now = moment;
        return this;
    }

    Answer send(WebhookRequest request) {
        return take(request.event());
    }

    /** Signs that body now, as the source does, and sends it. */
    Answer sendSigned(byte[] body) {
        return send(new WebhookRequest().body(body).signed(KEY, now));
    }

    Answer take(InputStream event) {
        var source = new Source(Sources.DEFAULT, Policy.unlimited(ZoneOffset.UTC));
        return Answer.of(
                new Validator(
                        new Sources(Map.of(Sources.DEFAULT, source)),
                        name -> secrets,
                        announced::add,
                        InstantSource.fixed(now),
                        new Telemetry(lines::add)),
                event);
    }
}
