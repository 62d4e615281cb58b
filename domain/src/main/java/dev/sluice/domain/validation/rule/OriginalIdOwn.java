package dev.sluice.domain.validation.rule;

import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** What undoes a transaction is another one. */
final class OriginalIdOwn implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.ORIGINAL_ID);

    @Override
    public String code() {
        return "original_id_own";
    }

    @Override
    public String sentence() {
        return "A refund's or chargeback's originalId is not its own id";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        var original = reading.id(field);
        return original.isPresent()
                        && original.equals(reading.id(Field.ID))
                        && reading.type().filter(TransactionType::namesOriginal).isPresent()
                ? Optional.of("its own")
                : Optional.empty();
    }
}
