package dev.sluice.domain.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.OccurredAt;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void aDateIsADayOfTheSourcesZone() {
        assertThat(Timestamp.read("2026-01-02", LONDON)).contains(new OccurredAt.Day(LocalDate.of(2026, 1, 2), LONDON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789", "2026-1-002", "2026-13-01", "2026-02-30", "2026/01/02", "tomorrow!!"})
    void anotherTextOfADatesLengthIsNone(String text) {
        assertThat(Timestamp.read(text, LONDON)).isEmpty();
    }
}
