package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** An amount is written in no smaller units than its currency has. */
final class AmountScale implements FieldRule {

    @Override
    public String code() {
        return "amount_scale";
    }

    @Override
    public String sentence() {
        return "An amount has at most as many decimal places as its currency's minor unit in ISO "
                + "4217, zeros counted";
    }

    @Override
    public List<Field> fields() {
        return Amounts.ALL;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        var currency = Amounts.currency(reading, field);
        var decimal = reading.decimal(field);
        if (currency.isEmpty()
                || decimal.isEmpty()
                || decimal.get().scale() <= currency.get().minorUnits()) {
            return Optional.empty();
        }
        return Optional.of(Shapes.counted(decimal.get().scale(), "decimal place") + " where "
                + currency.get().code() + " has " + currency.get().minorUnits());
    }
}
