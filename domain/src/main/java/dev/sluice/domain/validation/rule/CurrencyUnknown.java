package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** The currency is one that payments are made in today. */
final class CurrencyUnknown implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.CURRENCY, Field.BILLING_CURRENCY);

    @Override
    public String code() {
        return "currency_unknown";
    }

    @Override
    public String sentence() {
        return "A currency is an active alphabetic code of ISO 4217, in capitals; XXX and XTS " + "are none";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.currency(field).isPresent()
                ? Optional.empty()
                : reading.text(field).map(Shapes::characters);
    }
}
