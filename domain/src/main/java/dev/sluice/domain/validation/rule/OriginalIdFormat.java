package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Ids;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** An originalId is written as ids are. */
final class OriginalIdFormat implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.ORIGINAL_ID);

    @Override
    public String code() {
        return "original_id_format";
    }

    @Override
    public String sentence() {
        return "An originalId has 1 to 64 of A-Z a-z 0-9 . _ : -";
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
