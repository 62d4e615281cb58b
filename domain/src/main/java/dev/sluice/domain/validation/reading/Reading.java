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
import java.util.List;
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
    private final KnownFields fields;
    private final List<MetadataEntry> metadata;
    private final List<Place> unusualTexts;
    private final Optional<TransactionType> type;
    private final Optional<Decimal> amount;
    private final Optional<Currency> currency;
    private final Optional<Decimal> billingAmount;
    private final Optional<Currency> billingCurrency;
    private final Optional<Money> money;
    private final Optional<Money> billing;
    private final Optional<OccurredAt> occurredAt;
    private final Optional<IbanReading> iban;

    private Reading(Submission submission, Policy policy, Instant now) {
        this.submission = submission;
        this.policy = policy;
        this.now = now;
        this.fields = KnownFields.of(submission.root());
        this.metadata = entries(written(Field.METADATA));
        this.unusualTexts = fields.unusualTexts(metadata);
        this.type = text(Field.TYPE).flatMap(TransactionType::of);
        this.amount = read(Field.AMOUNT);
        this.currency = text(Field.CURRENCY).flatMap(Currency::of);
        this.billingAmount = read(Field.BILLING_AMOUNT);
        this.billingCurrency = text(Field.BILLING_CURRENCY).flatMap(Currency::of);
        this.money = money(amount, currency);
        this.billing = money(billingAmount, billingCurrency);
        this.occurredAt = text(Field.OCCURRED_AT).flatMap(text -> Timestamp.read(text, policy.zone()));
        this.iban = text(Field.COUNTERPARTY_IBAN).map(Iban::read);
    }

    public static Reading of(Submission submission, Policy policy, Instant now) {
        return new Reading(submission, policy, now);
    }

    private Optional<Decimal> read(Field amount) {
        var value = written(amount);
        return value.isPresent() && value.get() instanceof Written.Numeral(var literal)
                ? Decimal.literal(literal)
                : text(amount).flatMap(Decimal::plain);
    }

    private static Optional<Money> money(Optional<Decimal> decimal, Optional<Currency> currency) {
        if (decimal.isEmpty() || currency.isEmpty()) {
            return Optional.empty();
        }
        var minorUnits = currency.get().minorUnits();
        return decimal.get().isPositive()
                        && decimal.get().scale() <= minorUnits
                        && decimal.get().digitsInMinorUnits(minorUnits) <= MOST_DIGITS
                ? Optional.of(new Money(decimal.get().inMinorUnits(minorUnits), currency.get()))
                : Optional.empty();
    }

    /** Sorted by name, so that what is found does not depend on the order written. */
    private static List<MetadataEntry> entries(Optional<Written> written) {
        if (written.isEmpty() || !(written.get() instanceof Written.Group(var members))) {
            return List.of();
        }
        var entries = new ArrayList<MetadataEntry>(members.size());
        for (var member : members.entrySet()) {
            if (KnownFields.isSomething(member.getValue())) {
                entries.add(MetadataEntry.of(member.getKey(), member.getValue()));
            }
        }
        entries.sort(Comparator.comparing(MetadataEntry::name));
        return entries;
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
        return fields.written(field);
    }

    public boolean isWritten(Field field) {
        return fields.written(field).isPresent();
    }

    /** The field's text, normalized, where it is a string. */
    public Optional<String> text(Field field) {
        return fields.text(field);
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

    /** An amount with its currency, where both are right in every respect; the billing side's where that is asked for. */
    public Optional<Money> money(Field amount) {
        return amount == Field.BILLING_AMOUNT ? billing : money;
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
