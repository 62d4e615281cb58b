package dev.sluice.domain.validation.reading;

import dev.sluice.domain.iban.Iban;
import dev.sluice.domain.iban.IbanReading;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.submission.Written;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.TransactionType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a rule may look at: each known field as far as it can be read, the policy, the time.
 *
 * <p>What cannot be read is empty, so that a rule that needs it does not apply; the rule whose matter it is says so.
 */
public final class Reading {

    /** The most digits an amount has, counted in minor units: what sums of many still can be told apart by. */
    public static final int MOST_DIGITS = 18;

    private final Submission submission;
    private final Policy policy;
    private final Instant now;
    private final Map<Field, Written> written;
    private final Map<Field, String> texts;
    private final List<MetadataEntry> metadata;
    private final List<Place> unusualTexts;
    private final Optional<TransactionType> type;
    private final Optional<Decimal> amount;
    private final Optional<Currency> currency;
    private final Optional<Decimal> billingAmount;
    private final Optional<Currency> billingCurrency;
    private final Optional<OccurredAt> occurredAt;
    private final Optional<IbanReading> iban;

    private Reading(Submission submission, Policy policy, Instant now) {
        this.submission = submission;
        this.policy = policy;
        this.now = now;
        this.written = known(submission.root());
        this.texts = normalTexts(written);
        this.metadata = entries(written);
        this.unusualTexts = unusual(texts, metadata);
        this.type = text(Field.TYPE).flatMap(TransactionType::of);
        this.amount = read(Field.AMOUNT);
        this.currency = text(Field.CURRENCY).flatMap(Currency::of);
        this.billingAmount = read(Field.BILLING_AMOUNT);
        this.billingCurrency = text(Field.BILLING_CURRENCY).flatMap(Currency::of);
        this.occurredAt = text(Field.OCCURRED_AT).flatMap(text -> Timestamp.read(text, policy.zone()));
        this.iban = text(Field.COUNTERPARTY_IBAN).map(Iban::read);
    }

    public static Reading of(Submission submission, Policy policy, Instant now) {
        return new Reading(submission, policy, now);
    }

    private static Map<Field, Written> known(Written.Group root) {
        var known = new EnumMap<Field, Written>(Field.class);
        for (var field : Field.ALL) {
            var parent = field.parent().isPresent() ? known.get(field.parent().get()) : root;
            if (parent instanceof Written.Group(var members)) {
                var value = members.get(field.member());
                if (value != null && isSomething(value)) {
                    known.put(field, value);
                }
            }
        }
        return known;
    }

    private static Map<Field, String> normalTexts(Map<Field, Written> written) {
        var texts = new EnumMap<Field, String>(Field.class);
        for (var value : written.entrySet()) {
            if (value.getValue() instanceof Written.Text(var text)) {
                texts.put(value.getKey(), NormalText.of(text));
            }
        }
        return texts;
    }

    private static List<Place> unusual(Map<Field, String> texts, List<MetadataEntry> metadata) {
        var places = new ArrayList<Place>();
        for (var text : texts.entrySet()) {
            if (!NormalText.isPlain(text.getValue())) {
                places.add(new Place(text.getKey().pointer(), text.getValue()));
            }
        }
        for (var entry : metadata) {
            if (!NormalText.isPlain(entry.key())) {
                places.add(new Place(entry.pointer(), entry.key()));
            }
            entry.text()
                    .filter(text -> !NormalText.isPlain(text))
                    .ifPresent(text -> places.add(new Place(entry.pointer(), text)));
        }
        return places;
    }

    private Optional<Decimal> read(Field amount) {
        return written.get(amount) instanceof Written.Numeral(var literal)
                ? Decimal.literal(literal)
                : text(amount).flatMap(Decimal::plain);
    }

    private static boolean isSomething(Written value) {
        return !(value instanceof Written.Nothing);
    }

    /** Sorted by name, so that what is found does not depend on the order written. */
    private static List<MetadataEntry> entries(Map<Field, Written> written) {
        if (!(written.get(Field.METADATA) instanceof Written.Group(var members))) {
            return List.of();
        }
        var entries = new ArrayList<MetadataEntry>(members.size());
        for (var member : members.entrySet()) {
            if (isSomething(member.getValue())) {
                entries.add(MetadataEntry.of(member.getKey(), member.getValue()));
            }
        }
        entries.sort(Comparator.comparing(MetadataEntry::name));
        return entries;
    }

    static Optional<String> normalText(Written value) {
        return value instanceof Written.Text(var text) ? Optional.of(NormalText.of(text)) : Optional.empty();
    }

    public Submission submission() {
        return submission;
    }

    public Policy policy() {
        return policy;
    }

    public Instant now() {
        return now;
    }

    /** The field's value, unless it is missing or {@code null}. */
    public Optional<Written> written(Field field) {
        return Optional.ofNullable(written.get(field));
    }

    public boolean isWritten(Field field) {
        return written.containsKey(field);
    }

    /** The field's text, normalized, where it is a string. */
    public Optional<String> text(Field field) {
        return Optional.ofNullable(texts.get(field));
    }

    /**
     * Every text that is kept once accepted and holds anything but the printable characters of ASCII: the known fields',
     * then the metadata's keys and values.
     */
    public List<Place> unusualTexts() {
        return unusualTexts;
    }

    /** An id or the id of an original, where it is written as ids are. */
    public Optional<String> id(Field field) {
        return text(field).filter(Ids::isId);
    }

    public Optional<TransactionType> type() {
        return type;
    }

    /** The number in an amount's field; of the billing side where it is the billing amount that is asked for. */
    public Optional<Decimal> decimal(Field field) {
        return field == Field.BILLING_AMOUNT ? billingAmount : amount;
    }

    /** The currency of the billing side where it is the billing currency that is asked for. */
    public Optional<Currency> currency(Field field) {
        return field == Field.BILLING_CURRENCY ? billingCurrency : currency;
    }

    /** An amount with its currency, where both are right in every respect. */
    public Optional<Money> money(Field amount, Field currency) {
        return currency(currency)
                .flatMap(unit -> decimal(amount)
                        .filter(Decimal::isPositive)
                        .filter(decimal -> decimal.scale() <= unit.minorUnits())
                        .filter(decimal -> decimal.digitsInMinorUnits(unit.minorUnits()) <= MOST_DIGITS)
                        .map(decimal -> new Money(decimal.inMinorUnits(unit.minorUnits()), unit)));
    }

    public Optional<OccurredAt> occurredAt() {
        return occurredAt;
    }

    public Optional<IbanReading> iban() {
        return iban;
    }

    /** The metadata's entries, sorted by their names as written. */
    public List<MetadataEntry> metadata() {
        return metadata;
    }
}
