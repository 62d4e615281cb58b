package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** Of a card number, the beginning that names its issuer. */
final class BinFormat implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.CARD_BIN);

    @Override
    public String code() {
        return "bin_format";
    }

    @Override
    public String sentence() {
        return "A card's bin has 6 to 8 digits";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.text(field).filter(text -> !Digits.areDigits(text, 6, 8)).map(Shapes::characters);
    }
}
