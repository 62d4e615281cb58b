package dev.sluice.domain.validation;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.policy.Limits;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.reference.Country;
import dev.sluice.domain.reference.MerchantCategory;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.submission.Written;
import dev.sluice.domain.transaction.TransactionType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Submissions that break no rule, in every shape a sender may give them. */
public final class SubmissionArbitraries {

    /** When every submission here is validated. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Where the source's days begin. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    /** The most one transaction may be, in minor units of any currency. */
    public static final long MOST_MINOR = 1_000_000_000L;

    /** How long ago a transaction may have occurred. */
    public static final Duration LONGEST_AGE = Duration.ofDays(30);

    /** The policy every submission here is validated under. */
    public static final Policy POLICY = new Policy(
            ZONE,
            Optional.of(LONGEST_AGE),
            Limits.of(Stream.of(TransactionType.values())
                    .flatMap(type -> Currency.all().stream()
                            .map(currency -> new Limits.Limit(type, new Money(MOST_MINOR, currency))))
                    .toList()));

    private static final List<String> OPTIONAL = List.of(
            "merchant",
            "card",
            "counterparty",
            "originalId",
            "metadata",
            "merchant.mcc",
            "merchant.country",
            "card.bin");

    private SubmissionArbitraries() {}

    /** Submissions that are accepted under {@link #POLICY} at {@link #NOW}; what can be left out sometimes is. */
    public static Arbitrary<Submission> submissions() {
        return drafts().flatMap(draft -> Arbitraries.subsetOf(OPTIONAL).map(left -> leaveOut(draft, List.copyOf(left))))
                .flatMap(draft -> Arbitraries.of(true, false)
                        .map(billed ->
                                billed ? draft : draft.without("billingAmount").without("billingCurrency")))
                .map(Draft::submission);
    }

    private static Draft leaveOut(Draft full, List<String> fields) {
        var draft = full;
        for (var field : fields) {
            if (!isNeeded(full.text("type"), field)) {
                draft = draft.without(field);
            }
        }
        return draft;
    }

    static boolean isNeeded(String type, String field) {
        return switch (field) {
            case "merchant" -> type.equals("payment");
            case "counterparty" -> type.equals("transfer");
            case "originalId" -> type.equals("refund") || type.equals("chargeback");
            default -> false;
        };
    }

    /** Drafts that are accepted and have every field there is. */
    public static Arbitrary<Draft> drafts() {
        return Combinators.combine(required(), parts(), metadata()).as((required, parts, metadata) -> {
            var fields = new LinkedHashMap<List<String>, Written>();
            required.forEach((name, value) -> fields.put(Draft.path(name), value));
            parts.forEach((name, value) -> fields.put(Draft.path(name), value));
            metadata.forEach((key, value) -> fields.put(List.of("metadata", key), new Written.Text(value)));
            return new Draft("default", fields);
        });
    }

    private static Arbitrary<Map<String, Written>> required() {
        return Combinators.combine(
                        ids().map(id -> "t-" + id),
                        Arbitraries.of(TransactionType.values()),
                        amounts(),
                        amounts(),
                        words(1, 64),
                        occurredAt())
                .as((id, type, amount, billing, account, at) -> {
                    var fields = new LinkedHashMap<String, Written>();
                    fields.put("id", new Written.Text(id));
                    fields.put("type", new Written.Text(type.code()));
                    fields.put("amount", amount.written());
                    fields.put("currency", new Written.Text(amount.currency().code()));
                    fields.put("billingAmount", billing.written());
                    fields.put(
                            "billingCurrency",
                            new Written.Text(billing.currency().code()));
                    fields.put("accountId", new Written.Text(account));
                    fields.put("occurredAt", new Written.Text(at));
                    return fields;
                });
    }

    private static Arbitrary<Map<String, Written>> parts() {
        return Combinators.combine(
                        words(1, 200),
                        Arbitraries.of(MerchantCategory.all()).map(MerchantCategory::code),
                        Arbitraries.of(Country.all()).map(Country::alpha2),
                        digits(6, 8),
                        digits(4, 4),
                        IbanTexts.ibans(),
                        ids().map(id -> "o-" + id))
                .as((name, mcc, country, bin, last4, iban, original) -> new TreeMap<>(Map.of(
                        "merchant.name", new Written.Text(name),
                        "merchant.mcc", new Written.Text(mcc),
                        "merchant.country", new Written.Text(country),
                        "card.bin", new Written.Text(bin),
                        "card.last4", new Written.Text(last4),
                        "counterparty.iban", new Written.Text(iban.value()),
                        "originalId", new Written.Text(original))));
    }

    private static Arbitrary<Map<String, String>> metadata() {
        return Arbitraries.maps(words(1, 35), words(0, 60)).ofMaxSize(5).map(SubmissionArbitraries::distinct);
    }

    /** Keys stay apart when normalized. */
    private static Map<String, String> distinct(Map<String, String> entries) {
        var kept = new LinkedHashMap<String, String>();
        var index = 0;
        for (var entry : new ArrayList<>(entries.entrySet())) {
            kept.put(entry.getKey().strip() + (char) ('a' + index++), entry.getValue());
        }
        return kept;
    }

    static Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withChars("._:-")
                .ofMinLength(0)
                .ofMaxLength(62);
    }

    private static Arbitrary<String> digits(int least, int most) {
        return Arbitraries.strings().numeric().ofMinLength(least).ofMaxLength(most);
    }

    /** Text from many scripts, not always normalized, sometimes with white space around it; never with digits. */
    static Arbitrary<String> words(int least, int most) {
        var letters = Arbitraries.of(
                "a",
                "Z",
                "é",
                "e\u0301",
                "\u212B",
                "ß",
                "中",
                "한",
                "\u1112\u1161\u11AB",
                "😀",
                "/",
                "~",
                "'",
                "\"",
                "\\",
                "x y",
                "\u00A0x",
                "\u200D",
                "*",
                "م");
        // Composed, no letter is longer than three characters.
        var inside = letters.list().ofMinSize(0).ofMaxSize(most / 3).map(list -> String.join("", list));
        var space = Arbitraries.of("", "", "", " ", "\t", "\u00A0", "\u3000", "\r\n");
        return Combinators.combine(space, inside, space)
                .as((before, text, after) -> before + (text.isEmpty() && least > 0 ? "x" : text) + after)
                .filter(text -> least == 0 || !text.isBlank());
    }

    private record Amount(Written written, Currency currency) {}

    private static Arbitrary<Amount> amounts() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, MOST_MINOR),
                        Arbitraries.of(Currency.all()),
                        Arbitraries.of(0, 1, 2))
                .as((minor, currency, form) ->
                        new Amount(amount(BigDecimal.valueOf(minor, currency.minorUnits()), form), currency));
    }

    private static Written amount(BigDecimal amount, int form) {
        return switch (form) {
            case 0 -> new Written.Text(amount.toPlainString());
            case 1 -> new Written.Numeral(amount.toPlainString());
            default -> new Written.Numeral(amount.unscaledValue() + "E-" + amount.scale());
        };
    }

    private static Arbitrary<String> occurredAt() {
        var oldest = NOW.minus(LONGEST_AGE).toEpochMilli();
        var newest = NOW.plus(Duration.ofMinutes(5)).toEpochMilli();
        var moments = Combinators.combine(
                        Arbitraries.longs().between(oldest, newest),
                        Arbitraries.integers().between(-1079, 1079))
                .as((millis, minutes) -> Instant.ofEpochMilli(millis)
                        .atOffset(ZoneOffset.ofTotalSeconds(minutes * 60))
                        .toString());
        var today = LocalDate.ofInstant(NOW, ZONE);
        var days = Arbitraries.longs()
                .between(0, LONGEST_AGE.toDays())
                .map(ago -> today.minusDays(ago).toString());
        // OffsetDateTime leaves seconds out where they are zero; RFC 3339 does not.
        return Arbitraries.frequencyOf(Tuple.of(4, moments.map(SubmissionArbitraries::withSeconds)), Tuple.of(1, days));
    }

    private static String withSeconds(String moment) {
        return moment.charAt(16) == ':' ? moment : moment.substring(0, 16) + ":00" + moment.substring(16);
    }
}
