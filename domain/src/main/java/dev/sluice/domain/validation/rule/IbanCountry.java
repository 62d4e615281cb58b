package dev.sluice.domain.validation.rule;

import dev.sluice.domain.iban.IbanReading;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** An IBAN begins with a country that has them. */
final class IbanCountry implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.COUNTERPARTY_IBAN);

    @Override
    public String code() {
        return "iban_country";
    }

    @Override
    public String sentence() {
        return "A counterparty's iban begins with the code of a country in the registry of ISO " + "13616";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.iban()
                .flatMap(iban -> iban instanceof IbanReading.UnknownCountry
                        ? reading.text(field).map(Shapes::characters)
                        : Optional.empty());
    }
}
