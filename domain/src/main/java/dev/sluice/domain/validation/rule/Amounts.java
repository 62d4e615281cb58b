package dev.sluice.domain.validation.rule;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** The two amounts a transaction can have, each with the currency it is in. */
final class Amounts {

    static final List<Field> ALL = List.of(Field.AMOUNT, Field.BILLING_AMOUNT);

    private Amounts() {}

    static Optional<Currency> currency(Reading reading, Field amount) {
        return reading.currency(amount == Field.AMOUNT ? Field.CURRENCY : Field.BILLING_CURRENCY);
    }
}
