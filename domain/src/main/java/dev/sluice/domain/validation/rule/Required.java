package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.ArrayList;
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
        return field.parent()
                .map(part -> reading.written(part).filter(part.shape()::fits).isPresent())
                .orElse(true);
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
        var findings = new ArrayList<Finding>();
        for (var field : FIELDS) {
            if (!reading.isWritten(field) && isAskedFor(reading, field)) {
                findings.add(new Finding(field.pointer(), Shapes.NOTHING));
            }
        }
        return findings;
    }
}
