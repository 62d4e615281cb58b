package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** An amount is a decimal that can be read exactly. */
final class AmountFormat implements FieldRule {

    @Override
    public String code() {
        return "amount_format";
    }

    @Override
    public String sentence() {
        return "An amount is a plain decimal such as 12.50, without leading zeros, plus sign or "
                + "grouping; as a JSON number it may have an exponent of at most two digits";
    }

    @Override
    public List<Field> fields() {
        return Amounts.ALL;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.decimal(field).isPresent()
                ? Optional.empty()
                : reading.written(field)
                        .filter(field.shape()::fits)
                        .map(value -> Shapes.kind(value) + " that is not one");
    }
}
