package dev.sluice.domain.validation.rule;

import dev.sluice.domain.iban.IbanReading;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** An IBAN is as long as its country's are. */
final class IbanLength implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.COUNTERPARTY_IBAN);

    @Override
    public String code() {
        return "iban_length";
    }

    @Override
    public String sentence() {
        return "A counterparty's iban is as long as its country's IBANs are";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.iban()
                .flatMap(iban -> iban instanceof IbanReading.WrongLength(var expected)
                        ? reading.text(field)
                                .map(text -> Shapes.characters(text) + " where " + expected + " are asked for")
                        : Optional.empty());
    }
}
