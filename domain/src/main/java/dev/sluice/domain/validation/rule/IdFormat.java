package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Ids;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** The id is written so that every later hop carries it unescaped. */
final class IdFormat implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.ID);

    @Override
    public String code() {
        return "id_format";
    }

    @Override
    public String sentence() {
        return "An id has 1 to 64 of A-Z a-z 0-9 . _ : -";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.text(field).filter(text -> !Ids.isId(text)).map(Shapes::characters);
    }
}
