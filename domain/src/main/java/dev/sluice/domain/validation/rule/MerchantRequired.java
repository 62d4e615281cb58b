package dev.sluice.domain.validation.rule;

import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** A payment is made to somebody. */
final class MerchantRequired implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.MERCHANT);

    @Override
    public String code() {
        return "merchant_required";
    }

    @Override
    public String sentence() {
        return "A payment has a merchant";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        var asks =
                reading.type().filter(type -> type == TransactionType.PAYMENT).isPresent();
        return asks && !reading.isWritten(field) ? Optional.of(Shapes.NOTHING) : Optional.empty();
    }
}
