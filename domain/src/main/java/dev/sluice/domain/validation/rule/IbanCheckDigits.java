package dev.sluice.domain.validation.rule;

import dev.sluice.domain.iban.IbanReading;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** An IBAN's check digits agree with the rest of it. */
final class IbanCheckDigits implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.COUNTERPARTY_IBAN);

    @Override
    public String code() {
        return "iban_check_digits";
    }

    @Override
    public String sentence() {
        return "A counterparty's iban has the check digits that belong to it";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.iban()
                .flatMap(iban ->
                        iban instanceof IbanReading.WrongCheckDigits ? Optional.of("others") : Optional.empty());
    }
}
