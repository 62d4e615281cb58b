package dev.sluice.integration.sandbox.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers, times and durations are written for people. */
final class Figures {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Figures() {}

    /** {@code 0.42 ms}, {@code 17 ms}, {@code 1.24 s}, {@code 3 min 05 s}, {@code 12 h 00 min}. */
    static String of(Duration duration) {
        double milliseconds = duration.toNanos() / 1e6;
        if (milliseconds < 1 && !duration.isZero()) {
            return String.format(Locale.ROOT, "%.2f ms", milliseconds);
        }
        if (milliseconds < 1_000) {
            return Math.round(milliseconds) + " ms";
        }
        if (milliseconds < 60_000) {
            return String.format(Locale.ROOT, milliseconds < 10_000 ? "%.2f s" : "%.1f s", milliseconds / 1_000);
        }
        long minutes = duration.toMinutes();
        return minutes < 60
                ? String.format(Locale.ROOT, "%d min %02d s", minutes, duration.toSecondsPart())
                : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }

    /** {@code 12,345}. */
    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** To the minute, since a report is found by it. */
    static String of(Instant instant) {
        return MINUTE.format(instant);
    }

    /** {@code 1 call}, {@code 2 calls}. */
    static String of(long number, String what) {
        return of(number) + " " + what + (number == 1 ? "" : "s");
    }
}
