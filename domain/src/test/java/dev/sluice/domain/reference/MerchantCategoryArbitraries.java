package dev.sluice.domain.reference;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Merchant categories for properties. */
public final class MerchantCategoryArbitraries {
    private MerchantCategoryArbitraries() {}

    /** Any merchant category that is assigned. */
    public static Arbitrary<MerchantCategory> merchantCategories() {
        return Arbitraries.of(MerchantCategory.all());
    }
}
