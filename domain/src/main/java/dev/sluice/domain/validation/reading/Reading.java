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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final List<MetadataEntry> metadata;
    private final Optional<OccurredAt> occurredAt;
    private final Optional<IbanReading> iban;

    private Reading(Submission submission, Policy policy, Instant now) {
        this.submission = submission;
        this.policy = policy;
        this.now = now;
        this.written = known(submission.root());
        written.forEach((field, value) -> normalText(value).ifPresent(text -> texts.put(field, text)));
        this.metadata = entries(written);
        this.occurredAt = text(Field.OCCURRED_AT).flatMap(text -> Timestamp.read(text, policy.zone()));
        this.iban = text(Field.COUNTERPARTY_IBAN).map(Iban::read);
    }

    public static Reading of(Submission submission, Policy policy, Instant now) {
        return new Reading(submission, policy, now);
    }

    private static Map<Field, Written> known(Written.Group root) {
        var known = new EnumMap<Field, Written>(Field.class);
        for (var field : Field.values()) {
            field.parent()
                    .map(known::get)
                    .or(() -> field.parent().isEmpty() ? Optional.of(root) : Optional.empty())
                    .flatMap(parent -> member(parent, field.member()))
                    .ifPresent(value -> known.put(field, value));
        }
        return known;
    }

    private static Optional<Written> member(Written parent, String name) {
        return parent instanceof Written.Group(var members)
                ? Optional.ofNullable(members.get(name)).filter(Reading::isSomething)
                : Optional.empty();
    }

    private static boolean isSomething(Written value) {
        return !(value instanceof Written.Nothing);
    }

    /** Sorted by name, so that what is found does not depend on the order written. */
    private static List<MetadataEntry> entries(Map<Field, Written> written) {
        return written.get(Field.METADATA) instanceof Written.Group(var members)
                ? new TreeMap<>(members)
                        .entrySet().stream()
                                .filter(entry -> isSomething(entry.getValue()))
                                .map(entry -> MetadataEntry.of(entry.getKey(), entry.getValue()))
                                .toList()
                : List.of();
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

    /** Every text that is kept once accepted: the known fields', then the metadata's keys and values. */
    public Stream<Place> texts() {
        return Stream.concat(
                texts.entrySet().stream().map(entry -> new Place(entry.getKey().pointer(), entry.getValue())),
                metadata.stream()
                        .flatMap(entry -> Stream.concat(Stream.of(entry.key()), entry.text().stream())
                                .map(text -> new Place(entry.pointer(), text))));
    }

    /** An id or the id of an original, where it is written as ids are. */
    public Optional<String> id(Field field) {
        return text(field).filter(Ids::isId);
    }

    public Optional<TransactionType> type() {
        return text(Field.TYPE).flatMap(TransactionType::of);
    }

    /** The number in an amount's field. */
    public Optional<Decimal> decimal(Field amount) {
        return written(amount)
                .flatMap(value -> value instanceof Written.Numeral(var literal)
                        ? Decimal.literal(literal)
                        : text(amount).flatMap(Decimal::plain));
    }

    public Optional<Currency> currency(Field currency) {
        return text(currency).flatMap(Currency::of);
    }

    /** An amount with its currency, where both are right in every respect. */
    public Optional<Money> money(Field amount, Field currency) {
        return currency(currency)
                .flatMap(unit -> decimal(amount)
                        .filter(Decimal::isPositive)
                        .filter(decimal -> decimal.scale() <= unit.minorUnits())
                        .filter(decimal -> decimal.digitsInMinorUnits(unit.minorUnits()) <= MOST_DIGITS)
                        .flatMap(decimal -> Money.exact(decimal.value(), unit)));
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
