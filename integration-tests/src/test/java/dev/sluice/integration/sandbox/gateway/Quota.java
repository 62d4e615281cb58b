package dev.sluice.integration.sandbox.gateway;

import dev.sluice.integration.sandbox.deployed.Stated;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * How many requests may come in a period (AWS, "Usage plans and API keys for REST APIs"). The offset of a first period is
 * not known here.
 *
 * @param limit so many
 * @param period {@code DAY}, {@code WEEK} or {@code MONTH}, in UTC
 */
record Quota(long limit, String period) {

    Quota {
        beginning(period, LocalDate.EPOCH);
    }

    static Optional<Quota> of(Stated plan) {
        return plan.text("quota_settings", "0", "period")
                .map(period -> new Quota(plan.number(0, "quota_settings", "0", "limit"), period));
    }

    /** The first day of the period that an instant lies in. */
    LocalDate period(Instant now) {
        return beginning(period, now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static LocalDate beginning(String period, LocalDate day) {
        return switch (period) {
            case "DAY" -> day;
            case "WEEK" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case "MONTH" -> day.withDayOfMonth(1);
            default -> throw new IllegalStateException("no period of a quota: " + period);
        };
    }
}
