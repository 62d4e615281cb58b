package dev.sluice.local.sqlite;

import dev.sluice.domain.money.Currency;

/** The currency of an amount that the file holds. */
final class StoredCurrency {

    private StoredCurrency() {}

    /** @throws IllegalStateException where it is no code of ISO 4217: nothing writes such a row */
    static Currency of(String code) {
        return Currency.of(code)
                .orElseThrow(() -> new IllegalStateException("the file holds an amount in no currency: " + code));
    }
}
