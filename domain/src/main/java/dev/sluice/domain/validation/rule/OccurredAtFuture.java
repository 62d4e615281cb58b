package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is reported has happened, up to the drift of clocks. */
final class OccurredAtFuture implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.OCCURRED_AT);

    private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

    @Override
    public String code() {
        return "occurred_at_future";
    }

    @Override
    public String sentence() {
        return "A transaction occurred at most 5 minutes from now; a day counts from its start "
                + "in the source's zone";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        var at = reading.occurredAt();
        if (at.isEmpty()) {
            return Optional.empty();
        }
        var ahead = Duration.between(reading.now(), at.get().start());
        return ahead.compareTo(MOST_AHEAD) > 0
                ? Optional.of(Shapes.counted(ahead.toSeconds(), "second") + " ahead")
                : Optional.empty();
    }
}
