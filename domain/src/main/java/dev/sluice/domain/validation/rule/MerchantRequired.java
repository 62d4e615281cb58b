package dev.sluice.domain.validation.rule;

import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** A payment is made to somebody. */
final class MerchantRequired implements FieldRule {

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
        return List.of(Field.MERCHANT);
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.type()
                .filter(type -> type == TransactionType.PAYMENT)
                .filter(type -> !reading.isWritten(field))
                .map(type -> Shapes.NOTHING);
    }
}
