package dev.sluice.domain.validation.rule;

import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** The type is one there is. */
final class TypeUnknown implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.TYPE);

    @Override
    public String code() {
        return "type_unknown";
    }

    @Override
    public String sentence() {
        return "A type is one of payment, refund, credit, transfer, withdrawal, deposit, fee, "
                + "chargeback, adjustment";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.text(field)
                .filter(text -> TransactionType.of(text).isEmpty())
                .map(Shapes::characters);
    }
}
