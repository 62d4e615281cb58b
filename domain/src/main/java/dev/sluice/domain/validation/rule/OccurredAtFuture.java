package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is reported has happened, up to the drift of clocks. */
final class OccurredAtFuture implements FieldRule {

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
        return List.of(Field.OCCURRED_AT);
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.occurredAt()
                .map(at -> Duration.between(reading.now(), at.start()))
                .filter(ahead -> ahead.compareTo(MOST_AHEAD) > 0)
                .map(ahead -> Shapes.counted(ahead.toSeconds(), "second") + " ahead");
    }
}
