package dev.sluice.domain.enrichment;

import java.time.LocalTime;
import java.util.Locale;

/** A quarter of the day, six hours each, in a given zone. */
public enum DayPart {
    /** 00:00 up to 06:00. */
    NIGHT,
    /** 06:00 up to 12:00. */
    MORNING,
    /** 12:00 up to 18:00. */
    AFTERNOON,
    /** 18:00 up to 24:00. */
    EVENING;

    public static DayPart of(LocalTime time) {
        return values()[time.getHour() / 6];
    }

    /** As written in documents: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
