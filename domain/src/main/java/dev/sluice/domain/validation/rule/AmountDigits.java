package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** An amount is small enough that its minor units are counted exactly. */
final class AmountDigits implements FieldRule {

    @Override
    public String code() {
        return "amount_digits";
    }

    @Override
    public String sentence() {
        return "An amount has at most 18 digits, counted in minor units of its currency";
    }

    @Override
    public List<Field> fields() {
        return Amounts.ALL;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        var currency = Amounts.currency(reading, field);
        var decimal = reading.decimal(field);
        if (currency.isEmpty() || decimal.isEmpty()) {
            return Optional.empty();
        }
        var digits = decimal.get().digitsInMinorUnits(currency.get().minorUnits());
        return digits > Reading.MOST_DIGITS ? Optional.of(Shapes.counted(digits, "digit")) : Optional.empty();
    }
}
