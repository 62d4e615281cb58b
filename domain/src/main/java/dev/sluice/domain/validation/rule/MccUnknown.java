package dev.sluice.domain.validation.rule;

import dev.sluice.domain.reference.MerchantCategory;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** A merchant category is one there is. */
final class MccUnknown implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.MERCHANT_MCC);

    @Override
    public String code() {
        return "mcc_unknown";
    }

    @Override
    public String sentence() {
        return "A merchant's mcc is a code of ISO 18245";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.text(field)
                .filter(text -> Digits.areDigits(text, 4, 4))
                .filter(text -> MerchantCategory.of(text).isEmpty())
                .map(Shapes::characters);
    }
}
