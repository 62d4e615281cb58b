package dev.sluice.domain.validation.rule;

import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is reported is as recent as the source's policy asks. */
final class OccurredAtTooOld implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.OCCURRED_AT);

    /** The last instant it can have happened. */
    private static Instant latest(OccurredAt at) {
        return switch (at) {
            case OccurredAt.Moment(var instant) -> instant;
            case OccurredAt.Day(var day, var zone) ->
                day.plusDays(1).atStartOfDay(zone).toInstant();
        };
    }

    @Override
    public String code() {
        return "occurred_at_too_old";
    }

    @Override
    public String sentence() {
        return "A transaction occurred no longer ago than the source's policy allows; a day "
                + "counts to its end in the source's zone";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        var longest = reading.policy().longestAge();
        var at = reading.occurredAt();
        if (longest.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        var age = Duration.between(latest(at.get()), reading.now());
        return age.compareTo(longest.get()) > 0
                ? Optional.of(Shapes.counted(age.toSeconds(), "second") + " of age")
                : Optional.empty();
    }
}
