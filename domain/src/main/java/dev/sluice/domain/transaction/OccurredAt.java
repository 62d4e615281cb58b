package dev.sluice.domain.transaction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** When a transaction happened, with the precision its sender knows. */
public sealed interface OccurredAt {

    /** The first instant it can have happened; histories are ordered by it. */
    Instant start();

    /** A moment, kept to the millisecond. */
    record Moment(Instant instant) implements OccurredAt {
        public Moment {
            instant = instant.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Instant start() {
            return instant;
        }
    }

    /** A day without a time, as the day it is in the source's zone. */
    record Day(LocalDate day, ZoneId zone) implements OccurredAt {
        @Override
        public Instant start() {
            return day.atStartOfDay(zone).toInstant();
        }
    }
}
