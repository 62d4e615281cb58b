package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** An amount moves something; the type says in which direction. */
final class AmountNotPositive implements FieldRule {

    @Override
    public String code() {
        return "amount_not_positive";
    }

    @Override
    public String sentence() {
        return "An amount is more than zero";
    }

    @Override
    public List<Field> fields() {
        return Amounts.ALL;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.decimal(field)
                .filter(decimal -> !decimal.isPositive())
                .map(decimal -> decimal.digits().isEmpty() ? "zero" : "a negative amount");
    }
}
