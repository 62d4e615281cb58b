package dev.sluice.domain.validation.rule;

import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** What undoes a transaction names it. */
final class OriginalIdRequired implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.ORIGINAL_ID);

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
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        var asks = reading.type().filter(TransactionType::namesOriginal).isPresent();
        return asks && !reading.isWritten(field) ? Optional.of(Shapes.NOTHING) : Optional.empty();
    }
}
