package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** The time is one that exists, with its offset, or a day that exists. */
final class OccurredAtFormat implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.OCCURRED_AT);

    @Override
    public String code() {
        return "occurred_at_format";
    }

    @Override
    public String sentence() {
        return "An occurredAt is an RFC 3339 date-time with its offset, such as "
                + "2026-03-01T12:30:00.000Z, or a date, such as 2026-03-01; both within the years "
                + "0000 to 9999";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.occurredAt().isPresent()
                ? Optional.empty()
                : reading.text(field).map(Shapes::characters);
    }
}
