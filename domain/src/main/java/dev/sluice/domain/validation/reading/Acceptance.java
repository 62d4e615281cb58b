package dev.sluice.domain.validation.reading;

import dev.sluice.domain.iban.IbanReading;
import dev.sluice.domain.transaction.Card;
import dev.sluice.domain.transaction.Counterparty;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.Transaction;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the transaction of a reading that no rule objects to; of any other it is a programmer's error to ask for it. */
public final class Acceptance {

    private Acceptance() {}

    public static Transaction of(Reading reading) {
        return new Transaction(
                new Identity(reading.submission().source(), reading.id(Field.ID).orElseThrow()),
                reading.type().orElseThrow(),
                reading.money(Field.AMOUNT).orElseThrow(),
                reading.money(Field.BILLING_AMOUNT),
                reading.text(Field.ACCOUNT_ID).orElseThrow(),
                reading.occurredAt().orElseThrow(),
                reading.written(Field.MERCHANT).map(written -> merchant(reading)),
                reading.written(Field.CARD).map(written -> card(reading)),
                reading.iban().map(Acceptance::counterparty),
                reading.id(Field.ORIGINAL_ID),
                metadata(reading));
    }

    private static Merchant merchant(Reading reading) {
        return new Merchant(
                reading.text(Field.MERCHANT_NAME).orElseThrow(),
                reading.text(Field.MERCHANT_MCC),
                reading.text(Field.MERCHANT_COUNTRY));
    }

    private static Card card(Reading reading) {
        return new Card(
                reading.text(Field.CARD_BIN), reading.text(Field.CARD_LAST4).orElseThrow());
    }

    private static Counterparty counterparty(IbanReading reading) {
        if (reading instanceof IbanReading.Valid(var iban)) {
            return new Counterparty(iban);
        }
        throw new IllegalStateException("an accepted counterparty has a valid IBAN");
    }

    private static SortedMap<String, String> metadata(Reading reading) {
        var metadata = new TreeMap<String, String>();
        for (var entry : reading.metadata()) {
            metadata.put(entry.key(), entry.text().orElseThrow());
        }
        return metadata;
    }
}
