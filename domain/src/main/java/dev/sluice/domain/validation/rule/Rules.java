package dev.sluice.domain.validation.rule;

import java.util.List;

/** The catalogue of validation rules, in the order violations are reported in. */
public final class Rules {

    public static final List<Rule> ALL = List.of(
            new Required(),
            new WrongType(),
            new TextLength(),
            new TextControlCharacter(),
            new TextUnpairedSurrogate(),
            new IdFormat(),
            new TypeUnknown(),
            new AmountFormat(),
            new AmountNotPositive(),
            new AmountScale(),
            new AmountDigits(),
            new CurrencyUnknown(),
            new OccurredAtFormat(),
            new OccurredAtFuture(),
            new OccurredAtTooOld(),
            new MerchantRequired(),
            new MccFormat(),
            new MccUnknown(),
            new CountryUnknown(),
            new BinFormat(),
            new Last4Format(),
            new IbanCountry(),
            new IbanLength(),
            new IbanStructure(),
            new IbanCheckDigits(),
            new CounterpartyRequired(),
            new OriginalIdRequired(),
            new OriginalIdFormat(),
            new OriginalIdOwn(),
            new BillingIncomplete(),
            new MetadataEntries(),
            new MetadataKeyLength(),
            new MetadataKeyTwice(),
            new MetadataValueLength(),
            new PanDetected(),
            new LimitExceeded());

    private Rules() {}
}
