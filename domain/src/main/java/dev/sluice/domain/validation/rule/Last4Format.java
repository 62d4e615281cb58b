package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** Of a card number, the end that its holder knows it by. */
final class Last4Format implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.CARD_LAST4);

    @Override
    public String code() {
        return "last4_format";
    }

    @Override
    public String sentence() {
        return "A card's last4 has 4 digits";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.text(field).filter(text -> !Digits.areDigits(text, 4, 4)).map(Shapes::characters);
    }
}
