package dev.sluice.handlers.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.handlers.port.SigningSecret;
import dev.sluice.handlers.port.SourceSecrets;
import dev.sluice.handlers.port.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CachedSecretsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T10:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private boolean up = true;
    private final SourceSecrets store = source -> {
        asked.incrementAndGet();
        if (!up) {
            throw new Unavailable("secret store did not answer");
        }
        return List.of(new SigningSecret(new byte[24], Optional.empty()));
    };
    private final CachedSecrets secrets = new CachedSecrets(store, now::get);

    @Test
    void theStoreIsAskedOnceInFiveMinutes() {
        secrets.of("default");
        pass(CachedSecrets.FRESH.minusMillis(1));
        secrets.of("default");
        assertThat(asked).hasValue(1);

        pass(Duration.ofMillis(1));
        secrets.of("default");
        assertThat(asked).hasValue(2);
    }

    @Test
    void eachSourceHasItsOwn() {
        secrets.of("default");
        secrets.of("shop");

        assertThat(asked).hasValue(2);
    }

    @Test
    void whatWasFetchedLastStandsInForAnHourWhenTheStoreDoesNotAnswer() {
        var fetched = secrets.of("default");
        up = false;
        pass(CachedSecrets.USABLE.minusMillis(1));
        assertThat(secrets.of("default")).isEqualTo(fetched);

        pass(Duration.ofMillis(1));
        assertThatThrownBy(() -> secrets.of("default")).isInstanceOf(Unavailable.class);
    }

    @Test
    void withoutAnyItIsUnavailable() {
        up = false;

        assertThatThrownBy(() -> secrets.of("default")).isInstanceOf(Unavailable.class);
    }

    private void pass(Duration duration) {
        now.set(now.get().plus(duration));
    }
}
