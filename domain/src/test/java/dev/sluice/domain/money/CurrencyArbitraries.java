package dev.sluice.domain.money;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Currencies for properties. */
public final class CurrencyArbitraries {
    private CurrencyArbitraries() {}

    /** Any active currency, those without minor units and those with four digits of them included. */
    public static Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.all());
    }
}
