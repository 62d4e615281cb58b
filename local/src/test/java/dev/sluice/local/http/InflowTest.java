package dev.sluice.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.waiting.Deadlines;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InflowTest {

    private static final int PULL = 8 * 1_024;
    private static final int GIGABYTE = 1 << 30;

    private final Deadlines deadlines = new Deadlines();
    private final Inflow inflow = new Inflow(this::endless, () -> {}, deadlines, Duration.ofSeconds(10), () -> {});
    private long sent;

    @AfterEach
    void stop() {
        deadlines.close();
    }

    @Test
    void aChunkOfAGigabyteIsGivenUpOnAfterTwiceWhatABodyMayBe() {
        inflow.headIsWhole();

        assertThatThrownBy(() -> inflow.reader().readBuffer(GIGABYTE)).isInstanceOf(Inflow.TooMuch.class);
        assertThat(sent).isBetween((long) Inflow.LONGEST_BODY, (long) Inflow.LONGEST_BODY + PULL);
    }

    @Test
    void everyBodyHasTheWholeBoundAgain() {
        for (var request = 0; request < 5; request++) {
            inflow.headIsWhole();
            assertThat(inflow.reader().readBuffer(Inflow.LONGEST_BODY - PULL).available())
                    .isEqualTo(Inflow.LONGEST_BODY - PULL);
            inflow.answered();
        }
    }

    @Test
    void whatNobodyWantsIsThrownAwayUpToABound() {
        inflow.drain();

        assertThat(sent).isEqualTo(32L * 1_024 * 1_024);
    }

    private byte[] endless() {
        sent += PULL;
        return new byte[PULL];
    }
}
