package dev.sluice.handlers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void itGoesAllTheWayToAnAcceptedTransaction() {
        assertThat(Rehearsal.answer()).contains("\"statusCode\":202", "accepted", "2026-01-01T00:00:00Z");
    }

    @Test
    void itGoesTheSameWayEachTime() {
        assertThat(Rehearsal.answer()).isEqualTo(Rehearsal.answer());
    }
}
