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
        return List.of(Field.OCCURRED_AT);
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.policy()
                .longestAge()
                .flatMap(longest -> reading.occurredAt()
                        .map(at -> Duration.between(latest(at), reading.now()))
                        .filter(age -> age.compareTo(longest) > 0)
                        .map(age -> Shapes.counted(age.toSeconds(), "second") + " of age"));
    }
}
