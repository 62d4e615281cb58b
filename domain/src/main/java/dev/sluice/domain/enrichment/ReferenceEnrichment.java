package dev.sluice.domain.enrichment;

import dev.sluice.domain.card.CardScheme;
import dev.sluice.domain.reference.Country;
import dev.sluice.domain.reference.MerchantCategory;

/**
 * What reference tables add to a transaction; a part that cannot be known is absent with its reason.
 *
 * @param minorUnits the amount counted in minor units of its currency (ISO 4217)
 * @param currencyNumeric ISO 4217 numeric code of the amount's currency, three digits
 * @param maskedCard such as {@code 411111******1111}
 * @param weekend whether it happened on a Saturday or Sunday in the source's zone
 * @param fingerprint what was written, as {@code v1:} and 64 hexadecimal digits; tells a retry from a conflict
 */
public record ReferenceEnrichment(
        long minorUnits,
        String currencyNumeric,
        Lookup<MerchantCategory> merchantCategory,
        Lookup<Country> merchantCountry,
        Lookup<CardScheme> cardScheme,
        Lookup<String> maskedCard,
        Lookup<DayPart> dayPart,
        boolean weekend,
        String fingerprint) {}
