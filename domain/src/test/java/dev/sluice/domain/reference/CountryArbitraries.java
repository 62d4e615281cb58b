package dev.sluice.domain.reference;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Countries for properties. */
public final class CountryArbitraries {
    private CountryArbitraries() {}

    /** Any country of the standard. */
    public static Arbitrary<Country> countries() {
        return Arbitraries.of(Country.all());
    }
}
