package dev.sluice.domain.validation.rule;

import dev.sluice.domain.reference.Country;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** A merchant's country is one there is. */
final class CountryUnknown implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.MERCHANT_COUNTRY);

    @Override
    public String code() {
        return "country_unknown";
    }

    @Override
    public String sentence() {
        return "A merchant's country is an alpha-2 code of ISO 3166-1, in capitals";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.text(field).filter(text -> Country.of(text).isEmpty()).map(Shapes::characters);
    }
}
