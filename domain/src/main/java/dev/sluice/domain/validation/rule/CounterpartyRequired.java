package dev.sluice.domain.validation.rule;

import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** A transfer goes to somebody. */
final class CounterpartyRequired implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.COUNTERPARTY);

    @Override
    public String code() {
        return "counterparty_required";
    }

    @Override
    public String sentence() {
        return "A transfer has a counterparty";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        var asks =
                reading.type().filter(type -> type == TransactionType.TRANSFER).isPresent();
        return asks && !reading.isWritten(field) ? Optional.of(Shapes.NOTHING) : Optional.empty();
    }
}
