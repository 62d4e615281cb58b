package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** What undoes a transaction names it. */
final class OriginalIdRequired implements FieldRule {

    @Override
    public String code() {
        return "original_id_required";
    }

    @Override
    public String sentence() {
        return "A refund or chargeback has an originalId";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.ORIGINAL_ID);
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.type()
                .filter(type -> type.namesOriginal())
                .filter(type -> !reading.isWritten(field))
                .map(type -> Shapes.NOTHING);
    }
}
