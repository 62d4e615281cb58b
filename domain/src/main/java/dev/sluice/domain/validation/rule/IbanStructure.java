package dev.sluice.domain.validation.rule;

import dev.sluice.domain.iban.IbanReading;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** An IBAN has letters and digits where its country's have them. */
final class IbanStructure implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.COUNTERPARTY_IBAN);

    @Override
    public String code() {
        return "iban_structure";
    }

    @Override
    public String sentence() {
        return "A counterparty's iban has letters and digits where its country's IBANs have them";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.iban()
                .flatMap(iban -> iban instanceof IbanReading.WrongStructure
                        ? reading.text(field).map(Shapes::characters)
                        : Optional.empty());
    }
}
