package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;

/** What every transaction has, and what each part of one has. */
final class Required implements Rule {

    private static final List<Field> FIELDS = List.of(
            Field.ID,
            Field.TYPE,
            Field.AMOUNT,
            Field.CURRENCY,
            Field.ACCOUNT_ID,
            Field.OCCURRED_AT,
            Field.MERCHANT_NAME,
            Field.CARD_LAST4,
            Field.COUNTERPARTY_IBAN);

    /** A part's fields are asked for only where the part is given, as an object. */
    private static boolean isAskedFor(Reading reading, Field field) {
        var part = field.parent();
        if (part.isEmpty()) {
            return true;
        }
        var value = reading.written(part.get());
        return value.isPresent() && part.get().shape().fits(value.get());
    }

    @Override
    public String code() {
        return "required";
    }

    @Override
    public String sentence() {
        return "A transaction has an id, a type, an amount, a currency, an accountId and an "
                + "occurredAt; a merchant has a name, a card its last4, a counterparty its iban";
    }

    @Override
    public List<String> where() {
        return FIELDS.stream().map(field -> field.pointer().toString()).toList();
    }

    @Override
    public List<Finding> findings(Reading reading) {
        List<Finding> findings = List.of();
        for (var field : FIELDS) {
            if (!reading.isWritten(field) && isAskedFor(reading, field)) {
                findings = Findings.and(findings, new Finding(field.pointer(), Shapes.NOTHING));
            }
        }
        return findings;
    }
}
