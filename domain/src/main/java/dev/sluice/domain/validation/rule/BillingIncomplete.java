package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** What is billed is an amount in a currency. */
final class BillingIncomplete implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.BILLING_AMOUNT, Field.BILLING_CURRENCY);

    @Override
    public String code() {
        return "billing_incomplete";
    }

    @Override
    public String sentence() {
        return "A billingAmount and a billingCurrency come together";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        var other = field == Field.BILLING_AMOUNT ? Field.BILLING_CURRENCY : Field.BILLING_AMOUNT;
        return reading.isWritten(other) && !reading.isWritten(field) ? Optional.of(Shapes.NOTHING) : Optional.empty();
    }
}
