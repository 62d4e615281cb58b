package dev.sluice.domain.validation;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.submission.Written;
import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.domain.validation.Change.Broken;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every way of going wrong that is known, and a few of going right. */
final class Changes {

    private static final Set<Broken> NEEDS_TYPE = Set.of(
            new Broken("merchant_required", "/merchant"),
            new Broken("counterparty_required", "/counterparty"),
            new Broken("original_id_required", "/originalId"),
            new Broken("original_id_own", "/originalId"),
            new Broken("limit_exceeded", "/amount"));

    private static final Set<Broken> NEEDS_ID = Set.of(new Broken("original_id_own", "/originalId"));

    private static final String A_CARD_NUMBER = "4111-1111 1111 1111";

    static final List<Change> ALL = Stream.of(
                    ids(),
                    types(),
                    amounts("amount", "currency"),
                    amounts("billingAmount", "billingCurrency"),
                    billing(),
                    limits(),
                    accounts(),
                    times(),
                    merchants(),
                    cards(),
                    counterparties(),
                    originals(),
                    metadata(),
                    unknown())
            .flatMap(stream -> stream)
            .toList();

    private Changes() {}

    private static Stream<Change> ids() {
        return Stream.of(
                text("id", "", NEEDS_ID, "id_format"),
                text("id", "a".repeat(65), NEEDS_ID, "id_format"),
                text("id", "a/b", NEEDS_ID, "id_format"),
                text("id", "é", NEEDS_ID, "id_format"),
                text("id", "a\u0000b", NEEDS_ID, "id_format", "text_control_character"),
                text("id", "a\uD800b", NEEDS_ID, "id_format", "text_unpaired_surrogate"),
                text("id", "4111111111111111", NEEDS_ID, "pan_detected"),
                left("id", NEEDS_ID, "required"),
                wrong("id", new Written.Numeral("17"), NEEDS_ID, "wrong_type"),
                wrong("id", new Written.Nothing(), NEEDS_ID, "required"));
    }

    private static Stream<Change> types() {
        return Stream.of(
                text("type", "purchase", NEEDS_TYPE, "type_unknown"),
                text("type", "PAYMENT", NEEDS_TYPE, "type_unknown"),
                text("type", "\uDC00", NEEDS_TYPE, "type_unknown", "text_unpaired_surrogate"),
                left("type", NEEDS_TYPE, "required"),
                wrong("type", new Written.Listing(List.of()), NEEDS_TYPE, "wrong_type"));
    }

    private static Stream<Change> amounts(String amount, String currency) {
        var needsCurrency = Set.of(
                new Broken("amount_scale", pointer(amount)),
                new Broken("amount_digits", pointer(amount)),
                new Broken("limit_exceeded", pointer(amount)));
        return Stream.concat(
                Stream.concat(
                        Stream.of("", "1,00", "+1", "01", "1.", ".5", "1e2", "1 000", "abc", "0x1", "١", "NaN", "--1")
                                .map(wrong -> text(amount, wrong, Set.of(), "amount_format")),
                        Stream.of("1E100", "1e+999999999", "01", "", "-", "1.E2", "Infinity")
                                .map(wrong -> wrong(amount, new Written.Numeral(wrong), Set.of(), "amount_format"))),
                Stream.of(
                        text(amount, "1\u0001", Set.of(), "amount_format", "text_control_character"),
                        text(amount, "-1", Set.of(), "amount_not_positive"),
                        text(amount, "0", Set.of(), "amount_not_positive"),
                        text(amount, "-0", Set.of(), "amount_not_positive"),
                        wrong(amount, new Written.Numeral("0E99"), Set.of(), "amount_not_positive"),
                        wrong(amount, new Written.Numeral("-5E-0"), Set.of(), "amount_not_positive"),
                        text(amount, "-1.00000", Set.of(), "amount_not_positive", "amount_scale"),
                        text(amount, "1.00000", Set.of(), "amount_scale"),
                        wrong(amount, new Written.Numeral("1E-5"), Set.of(), "amount_scale"),
                        text(amount, "1" + "0".repeat(18), Set.of(), "amount_digits"),
                        wrong(amount, new Written.Numeral("1E99"), Set.of(), "amount_digits"),
                        text(amount, "-" + "9".repeat(500), Set.of(), "amount_digits", "amount_not_positive"),
                        text(amount, "7".repeat(19) + ".77777", Set.of(), "amount_digits", "amount_scale"),
                        wrong(amount, new Written.Truth(true), Set.of(), "wrong_type"),
                        text(currency, "EURO", needsCurrency, "currency_unknown"),
                        text(currency, "eur", needsCurrency, "currency_unknown"),
                        text(currency, "XXX", needsCurrency, "currency_unknown"),
                        text(currency, "XTS", needsCurrency, "currency_unknown"),
                        text(currency, "DEM", needsCurrency, "currency_unknown"),
                        wrong(currency, new Written.Numeral("978"), needsCurrency, "wrong_type")));
    }

    private static Stream<Change> billing() {
        var needsCurrency =
                Set.of(new Broken("amount_scale", "/billingAmount"), new Broken("amount_digits", "/billingAmount"));
        // Left out both, they are not incomplete any more.
        var needsAmount = Set.of(new Broken("billing_incomplete", "/billingCurrency"));
        var needsBoth = Stream.concat(
                        needsCurrency.stream(), Stream.of(new Broken("billing_incomplete", "/billingAmount")))
                .collect(Collectors.toSet());
        return Stream.of(
                left("amount", Set.of(), "required"),
                left(
                        "currency",
                        Set.of(
                                new Broken("amount_scale", "/amount"),
                                new Broken("amount_digits", "/amount"),
                                new Broken("limit_exceeded", "/amount")),
                        "required"),
                left("billingAmount", needsAmount, "billing_incomplete"),
                left("billingCurrency", needsBoth, "billing_incomplete"),
                right(
                        "no billing",
                        List.of("billingAmount", "billingCurrency"),
                        draft -> draft.without("billingAmount").without("billingCurrency")));
    }

    private static Stream<Change> limits() {
        return Stream.of(new Change(
                "an amount one minor unit above the limit",
                List.of(List.of("amount")),
                draft -> Set.of(new Broken("limit_exceeded", "/amount")),
                Set.of(),
                draft -> draft.with("amount", inCurrency(draft, SubmissionArbitraries.MOST_MINOR + 1))));
    }

    /** In the currency that the draft had before any change. */
    private static String inCurrency(Draft draft, long minor) {
        var currency = Currency.of(draft.text("currency")).orElseThrow();
        return BigDecimal.valueOf(minor, currency.minorUnits()).toPlainString();
    }

    private static Stream<Change> accounts() {
        return Stream.of(
                text("accountId", " \t ", Set.of(), "text_length"),
                text("accountId", "a".repeat(65), Set.of(), "text_length"),
                text("accountId", "😀".repeat(65), Set.of(), "text_length"),
                right(
                        "an account of 64 characters beyond the basic plane",
                        List.of("accountId"),
                        draft -> draft.with("accountId", "😀".repeat(64))),
                right(
                        "an account of 64 characters once composed",
                        List.of("accountId"),
                        draft -> draft.with("accountId", "e\u0301".repeat(64))),
                text("accountId", "a\u007Fb", Set.of(), "text_control_character"),
                text("accountId", "\uDC00\uD800", Set.of(), "text_unpaired_surrogate"),
                text(
                        "accountId",
                        "\u0085" + "\uD800".repeat(99),
                        Set.of(),
                        "text_unpaired_surrogate",
                        "text_control_character",
                        "text_length"),
                text("accountId", "no 4111 1111-1111 1111", Set.of(), "pan_detected"),
                left("accountId", Set.of(), "required"));
    }

    private static Stream<Change> times() {
        return Stream.concat(
                Stream.of(
                                "",
                                "2026",
                                "2026-02-29",
                                "2026-02-28T10:00:00",
                                "2026-02-28 10:00:00Z",
                                "2026-13-01",
                                "2026-02-28T24:00:00Z",
                                "2026-02-28T10:00:60Z",
                                "2026-02-28T10:00Z",
                                "now",
                                "2026-02-28T10:00:00.Z",
                                "2026-02-28T10:00:00+24:00",
                                "+2026-02-28",
                                "20260228")
                        .map(wrong -> text("occurredAt", wrong, Set.of(), "occurred_at_format")),
                Stream.of(
                        text("occurredAt", "2026-03-01T12:05:00.001Z", Set.of(), "occurred_at_future"),
                        text("occurredAt", "9999-12-31", Set.of(), "occurred_at_future"),
                        text("occurredAt", "2026-03-02", Set.of(), "occurred_at_future"),
                        text("occurredAt", "2026-01-30T11:59:59.999Z", Set.of(), "occurred_at_too_old"),
                        text("occurredAt", "0000-01-02", Set.of(), "occurred_at_too_old"),
                        text("occurredAt", "2026-01-29", Set.of(), "occurred_at_too_old"),
                        right(
                                "five minutes ahead",
                                List.of("occurredAt"),
                                draft -> draft.with("occurredAt", "2026-03-01T12:05:00.000999z")),
                        right(
                                "thirty days ago",
                                List.of("occurredAt"),
                                draft -> draft.with("occurredAt", "2026-01-30T12:00:00Z")),
                        wrong("occurredAt", new Written.Numeral("1767225600"), Set.of(), "wrong_type"),
                        left("occurredAt", Set.of(), "required")));
    }

    private static Stream<Change> merchants() {
        return Stream.of(
                left("merchant", type(TransactionType.PAYMENT), "merchant_required"),
                wrong("merchant", new Written.Text("Acme"), Set.of(), "wrong_type"),
                wrong("merchant", new Written.Listing(List.of()), Set.of(), "wrong_type"),
                left("merchant.name", Set.of(), "required"),
                text("merchant.name", "", Set.of(), "text_length"),
                text("merchant.name", "x".repeat(201), Set.of(), "text_length"),
                text("merchant.name", "x\ny", Set.of(), "text_control_character"),
                text("merchant.name", A_CARD_NUMBER, Set.of(), "pan_detected"),
                text("merchant.mcc", "541", Set.of(), "mcc_format"),
                text("merchant.mcc", "٥٤١١", Set.of(), "mcc_format"),
                text("merchant.mcc", "5", Set.of(), "mcc_format"),
                text("merchant.mcc", "0000", Set.of(), "mcc_unknown"),
                wrong("merchant.mcc", new Written.Numeral("5411"), Set.of(), "wrong_type"),
                right("no category", List.of("merchant.mcc"), draft -> draft.without("merchant.mcc")),
                text("merchant.country", "XK", Set.of(), "country_unknown"),
                text("merchant.country", "de", Set.of(), "country_unknown"),
                right(
                        "no country",
                        List.of("merchant.country"),
                        draft -> draft.with("merchant.country", new Written.Nothing())));
    }

    private static Stream<Change> cards() {
        return Stream.of(
                right("no card", List.of("card"), draft -> draft.without("card")),
                wrong("card", new Written.Truth(false), Set.of(), "wrong_type"),
                left("card.last4", Set.of(), "required"),
                text("card.last4", "12345", Set.of(), "last4_format"),
                text("card.last4", "12a4", Set.of(), "last4_format"),
                text("card.bin", "41111", Set.of(), "bin_format"),
                text("card.bin", "411111111", Set.of(), "bin_format"),
                text("card.bin", "4111111111111111", Set.of(), "bin_format", "pan_detected"));
    }

    private static Stream<Change> counterparties() {
        return Stream.of(
                left("counterparty", type(TransactionType.TRANSFER), "counterparty_required"),
                wrong("counterparty", new Written.Text("GB29NWBK60161331926819"), Set.of(), "wrong_type"),
                wrong("counterparty.iban", new Written.Nothing(), Set.of(), "required"),
                text("counterparty.iban", "ZZ29NWBK60161331926819", Set.of(), "iban_country"),
                text("counterparty.iban", "4111111111111111", Set.of(), "iban_country"),
                text("counterparty.iban", "GB29NWBK6016133192681", Set.of(), "iban_length"),
                text("counterparty.iban", "GB29NWBK6016133192681X", Set.of(), "iban_structure"),
                text("counterparty.iban", "GB30NWBK60161331926819", Set.of(), "iban_check_digits"));
    }

    private static Stream<Change> originals() {
        return Stream.of(
                left("originalId", draft -> kind(draft).namesOriginal(), "original_id_required"),
                text("originalId", "a b", Set.of(), "original_id_format"),
                text("originalId", "", Set.of(), "original_id_format"),
                wrong("originalId", new Written.Numeral("1"), Set.of(), "wrong_type"),
                new Change(
                        "its own id as the original's",
                        List.of(List.of("originalId")),
                        draft -> kind(draft).namesOriginal()
                                ? Set.of(new Broken("original_id_own", "/originalId"))
                                : Set.of(),
                        Set.of(),
                        draft -> draft.with("originalId", draft.text("id"))));
    }

    private static Stream<Change> metadata() {
        var long40 = "k".repeat(40);
        return Stream.of(
                wrong("metadata", new Written.Listing(List.of()), Set.of(), "wrong_type"),
                right("no metadata", List.of("metadata"), draft -> draft.without("metadata")),
                new Change(
                        "metadata of 21 entries",
                        List.of(List.of("metadata")),
                        draft -> Set.of(new Broken("metadata_entries", "/metadata")),
                        Set.of(),
                        draft -> entries(draft.without("metadata"), 21)),
                right(
                        "metadata of 20 entries",
                        List.of("metadata"),
                        draft -> entries(draft.without("metadata"), 20)
                                .with(List.of("metadata", "nothing"), new Written.Nothing())),
                entry("", "x", "/metadata/", "metadata_key_length"),
                entry(long40 + "k", "x", "/metadata/" + long40 + "k", "metadata_key_length"),
                right(
                        "a key of 40 characters",
                        List.of("metadata." + long40),
                        draft -> draft.with("metadata." + long40, "v".repeat(500))),
                entry("long", "v".repeat(501), "/metadata/long", "metadata_value_length"),
                entry("a\u0007/~", "x", "/metadata/a\u0007~1~0", "text_control_character"),
                entry("control", "a\u0007b", "/metadata/control", "text_control_character"),
                entry("\uD800", "x", "/metadata/\uFFFD", "text_unpaired_surrogate"),
                entry("half", "\uD800", "/metadata/half", "text_unpaired_surrogate"),
                entry("4111111111111111", A_CARD_NUMBER, "/metadata/************1111", "pan_detected"),
                entry("card", A_CARD_NUMBER, "/metadata/card", "pan_detected"),
                wrong("metadata.number", new Written.Numeral("1"), Set.of(), "wrong_type"),
                new Change(
                        "two keys that read the same",
                        List.of(List.of("metadata", "\u00E9t"), List.of("metadata", "e\u0301t")),
                        draft -> Set.of(new Broken("metadata_key_twice", "/metadata/\u00E9t")),
                        Set.of(),
                        draft -> draft.with("metadata.\u00E9t", "1").with("metadata.e\u0301t", "2")));
    }

    private static Stream<Change> unknown() {
        return Stream.of(
                right("a field nobody knows", List.of("note"), draft -> draft.with("note.deep", "hello")),
                right("a masked card number", List.of("masked"), draft -> draft.with("masked", "************1111")),
                right(
                        "a card number as the name of an unknown field",
                        List.of("4111111111111111"),
                        draft -> draft.with("4111111111111111", "x")),
                text("raw", A_CARD_NUMBER, Set.of(), "pan_detected"),
                new Change(
                        "a card number in an array deep down",
                        List.of(List.of("deep")),
                        draft -> Set.of(new Broken("pan_detected", "/deep/a/1/b")),
                        Set.of(),
                        draft -> draft.with(
                                List.of("deep", "a"),
                                new Written.Listing(List.of(
                                        new Written.Nothing(),
                                        new Written.Group(Map.of("b", new Written.Text(A_CARD_NUMBER))))))));
    }

    private static Draft entries(Draft draft, int count) {
        return IntStream.range(0, count)
                .boxed()
                .reduce(draft, (made, n) -> made.with("metadata.k" + n, "v"), (one, other) -> other);
    }

    private static Change entry(String key, String value, String pointer, String code) {
        var path = List.of("metadata", key);
        return new Change(
                "metadata entry " + code + " at " + pointer,
                List.of(path),
                draft -> Set.of(new Broken(code, pointer)),
                Set.of(),
                draft -> draft.with(path, new Written.Text(value)));
    }

    private static TransactionType kind(Draft draft) {
        return TransactionType.of(draft.text("type")).orElseThrow();
    }

    private static Predicate<Draft> type(TransactionType type) {
        return draft -> kind(draft) == type;
    }

    private static Change text(String field, String text, Set<Broken> silences, String... codes) {
        return wrong(field, new Written.Text(text), silences, codes);
    }

    private static Change wrong(String field, Written value, Set<Broken> silences, String... codes) {
        return change(
                field + " as " + brief(value),
                field,
                draft -> broken(field, codes),
                silences,
                draft -> draft.with(field, value));
    }

    private static String brief(Written value) {
        var text = value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static Change left(String field, Set<Broken> silences, String code) {
        return change("no " + field, field, draft -> broken(field, code), silences, draft -> draft.without(field));
    }

    private static Change left(String field, Predicate<Draft> isAskedFor, String code) {
        return change(
                "no " + field,
                field,
                draft -> isAskedFor.test(draft) ? broken(field, code) : Set.of(),
                Set.of(),
                draft -> draft.without(field));
    }

    private static Change right(String name, List<String> touches, UnaryOperator<Draft> make) {
        return new Change(name, touches.stream().map(Draft::path).toList(), draft -> Set.of(), Set.of(), make);
    }

    private static Change change(
            String name,
            String field,
            Function<Draft, Set<Broken>> breaks,
            Set<Broken> silences,
            UnaryOperator<Draft> make) {
        return new Change(name, List.of(Draft.path(field)), breaks, silences, make);
    }

    private static Set<Broken> broken(String field, String... codes) {
        return Stream.of(codes).map(code -> new Broken(code, pointer(field))).collect(Collectors.toSet());
    }

    private static String pointer(String field) {
        return "/" + field.replace('.', '/');
    }
}
