package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** The currency is one that payments are made in today. */
final class CurrencyUnknown implements FieldRule {

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
        return List.of(Field.CURRENCY, Field.BILLING_CURRENCY);
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.text(field)
                .filter(text -> reading.currency(field).isEmpty())
                .map(Shapes::characters);
    }
}
