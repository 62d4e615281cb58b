package dev.sluice.compliance.report;

import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.rule.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a report calls things. */
final class Words {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    static String of(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    static String plural(Severity severity) {
        return of(severity) + "s";
    }

    /** A sign beside the word, told apart by its shape. */
    static String sign(Severity severity) {
        return switch (severity) {
            case ERROR -> "■";
            case WARNING -> "▲";
            case NOTE -> "●";
        };
    }

    static String of(Origin origin) {
        return switch (origin) {
            case LIVE -> "live account";
            case STATE -> "Terraform state";
            case PLAN -> "Terraform plan";
            case CONFIGURATION -> "Terraform configuration";
        };
    }

    static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** A moment to the minute. */
    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** How long something has been so, roughly. */
    static String lasting(Instant from, Instant to) {
        var lasted = Duration.between(from, to);
        if (lasted.toDays() >= 2) {
            return lasted.toDays() + " days";
        }
        if (lasted.toHours() >= 2) {
            return lasted.toHours() + " hours";
        }
        return counted((int) Math.max(1, lasted.toMinutes()), "minute", "minutes");
    }
}
