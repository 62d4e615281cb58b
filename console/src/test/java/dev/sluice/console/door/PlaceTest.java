package dev.sluice.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void onThisMachineAloneItHasThreeNames() {
        assertThat(new Place("127.0.0.1", 8080).hosts())
                .containsExactlyInAnyOrder("127.0.0.1:8080", "localhost:8080", "[::1]:8080");
        assertThat(new Place("127.0.0.2", 8080).hosts()).contains("127.0.0.2:8080", "localhost:8080");
    }

    @Test
    void browsersLeaveOutThePortOfHttp() {
        assertThat(new Place("localhost", 80).hosts()).contains("localhost", "localhost:80", "127.0.0.1", "[::1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void openToTheNetworkItMayBeCalledAnything(String host) {
        assertThat(new Place(host, 8080).hosts()).isEmpty();
        assertThat(new Place(host, 8080).isLoopback()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8080/console/#ticket=t",
        "::1, http://[::1]:8080/console/#ticket=t",
        "0.0.0.0, http://127.0.0.1:8080/console/#ticket=t",
        "::, http://[::1]:8080/console/#ticket=t",
        "192.0.2.7, http://192.0.2.7:8080/console/#ticket=t"
    })
    void aLinkLeadsWhereABrowserCanGo(String host, String link) {
        assertThat(new Place(host, 8080).link(new OneTimeLinks.Ticket("t", Instant.EPOCH)))
                .isEqualTo(link);
    }
}
