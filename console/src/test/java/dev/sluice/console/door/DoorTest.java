package dev.sluice.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.http.PageRequest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The door")
class DoorTest {

    private static final Sessions SESSIONS = new Sessions(InstantSource.fixed(Instant.EPOCH), new SecureRandom());

    @Test
    @DisplayName("lets in who comes through a proxy that ends TLS, where the pipeline can be reached from elsewhere")
    void behindAProxy() {
        var door = new Door(new Place("0.0.0.0", 8080), SESSIONS);
        assertThat(door.refusesOrigin(asked("pay.example", "https://pay.example")))
                .isEmpty();
        assertThat(door.refusesOrigin(asked("pay.example", "https://evil.example")))
                .isPresent();
    }

    @Test
    @DisplayName("knows of no proxy on the loopback address")
    void onLoopback() {
        var door = new Door(new Place("127.0.0.1", 8080), SESSIONS);
        assertThat(door.refusesOrigin(asked("127.0.0.1:8080", "http://127.0.0.1:8080")))
                .isEmpty();
        assertThat(door.refusesOrigin(asked("127.0.0.1:8080", "https://127.0.0.1:8080")))
                .isPresent();
    }

    private static PageRequest asked(String host, String origin) {
        return new PageRequest(
                "POST", "/console/api/session", Map.of(), Map.of("host", host, "origin", origin), new byte[0]);
    }
}
