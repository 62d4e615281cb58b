package dev.sluice.domain.enrichment;

import dev.sluice.domain.card.CardRanges;
import dev.sluice.domain.card.CardScheme;
import dev.sluice.domain.card.MaskedCard;
import dev.sluice.domain.reference.Country;
import dev.sluice.domain.reference.MerchantCategory;
import dev.sluice.domain.transaction.Card;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import java.time.ZoneId;
import java.util.Optional;

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
        String fingerprint) {

    /** Looks everything up; total, whatever the tables lack. */
    public static ReferenceEnrichment of(Transaction transaction, ZoneId zone) {
        var merchant = transaction.merchant();
        var card = transaction.card();
        return new ReferenceEnrichment(
                transaction.amount().minor(),
                transaction.amount().currency().numericCode(),
                Lookup.of(merchant.flatMap(Merchant::mcc), MerchantCategory::of),
                Lookup.of(merchant.flatMap(Merchant::country), Country::of),
                Lookup.of(card.flatMap(Card::bin), CardRanges::schemeOf),
                Lookup.of(card, written -> Optional.of(MaskedCard.of(written.bin(), written.last4()))),
                dayPart(transaction.occurredAt(), zone),
                isWeekend(transaction.occurredAt(), zone),
                Fingerprint.of(transaction));
    }

    private static Lookup<DayPart> dayPart(OccurredAt at, ZoneId zone) {
        return switch (at) {
            case OccurredAt.Moment(var instant) ->
                new Lookup.Found<>(DayPart.of(instant.atZone(zone).toLocalTime()));
            case OccurredAt.Day day -> new Lookup.Absent<>(Lookup.Reason.DAY_PRECISION);
        };
    }

    private static boolean isWeekend(OccurredAt at, ZoneId zone) {
        var date = switch (at) {
            case OccurredAt.Moment(var instant) -> instant.atZone(zone).toLocalDate();
            case OccurredAt.Day(var day, var itsZone) -> day;
        };
        return switch (date.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> true;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> false;
        };
    }
}
