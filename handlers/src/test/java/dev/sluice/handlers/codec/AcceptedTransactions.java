package dev.sluice.handlers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Accepted transactions of every shape, made the way they are made for real: from JSON, by validation. */
public final class AcceptedTransactions {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");
    public static final Instant NOW = Instant.parse("2026-05-04T10:16:00Z");

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);

    private AcceptedTransactions() {}

    public static Arbitrary<Transaction> any() {
        return bodies().map(AcceptedTransactions::accepted);
    }

    /** Bodies that validation accepts. */
    public static Arbitrary<String> bodies() {
        var required = Combinators.combine(
                        text(12).map(t -> "id-" + Integer.toHexString(t.hashCode())),
                        Arbitraries.of("payment", "credit", "withdrawal", "deposit", "fee", "adjustment"),
                        Arbitraries.longs().between(1, 999_999_999_999_999_999L),
                        Arbitraries.of("JPY", "GBP", "BHD"),
                        text(64),
                        occurredAt())
                .as((id, type, minor, currency, account, at) -> {
                    var fields = new LinkedHashMap<String, Object>();
                    fields.put("id", id);
                    fields.put("type", type);
                    fields.put("amount", decimal(minor, currency));
                    fields.put("currency", currency);
                    fields.put("accountId", account);
                    fields.put("occurredAt", at);
                    return fields;
                });
        return Combinators.combine(
                        required,
                        merchants(),
                        optional(cards()),
                        optional(metadata()),
                        billing(),
                        Arbitraries.of(true, false))
                .as((fields, merchant, card, metadata, billing, refund) -> {
                    fields.put("merchant", merchant);
                    card.ifPresent(c -> fields.put("card", c));
                    metadata.ifPresent(m -> fields.put("metadata", m));
                    if (billing > 0) {
                        fields.put("billingAmount", decimal(billing, "GBP"));
                        fields.put("billingCurrency", "GBP");
                    }
                    if (refund) {
                        fields.put("type", "refund");
                        fields.put("originalId", "the-original");
                    }
                    return json(fields);
                });
    }

    public static Transaction accepted(String body) {
        var document = (Parsed.Document) READER.read(body);
        return switch (Validation.validate(new Submission("default", document.root()), Policy.unlimited(ZONE), NOW)) {
            case Verdict.Accepted yes -> yes.transaction();
            case Verdict.Refused no -> throw new AssertionError(no.violations() + " in " + body);
        };
    }

    private static Arbitrary<String> occurredAt() {
        var moments = Arbitraries.longs()
                .between(0, NOW.toEpochMilli())
                .map(Instant::ofEpochMilli)
                .map(Instant::toString);
        return Arbitraries.oneOf(moments, moments.map(m -> m.substring(0, 10)));
    }

    private static Arbitrary<Map<String, Object>> merchants() {
        return Combinators.combine(
                        text(200), optional(Arbitraries.of("5411", "4121")), optional(Arbitraries.of("GB", "JP")))
                .as((name, mcc, country) -> {
                    Map<String, Object> merchant = new LinkedHashMap<>(Map.of("name", name));
                    mcc.ifPresent(m -> merchant.put("mcc", m));
                    country.ifPresent(c -> merchant.put("country", c));
                    return merchant;
                });
    }

    private static Arbitrary<Map<String, Object>> cards() {
        return Combinators.combine(optional(Arbitraries.of("411111", "99999999")), Arbitraries.of("1111", "0005"))
                .as((bin, last4) -> {
                    Map<String, Object> card = new LinkedHashMap<>(Map.of("last4", last4));
                    bin.ifPresent(b -> card.put("bin", b));
                    return card;
                });
    }

    private static Arbitrary<Map<String, Object>> metadata() {
        return Arbitraries.maps(text(40), text(500).map(v -> (Object) v)).ofMaxSize(5);
    }

    private static Arbitrary<Long> billing() {
        return Arbitraries.longs().between(0, 1_000_000);
    }

    private static <T> Arbitrary<Optional<T>> optional(Arbitrary<T> values) {
        return values.optional(0.5);
    }

    /** Visible text that holds no digits, so that no card number comes about by chance. */
    private static Arbitrary<String> text(int longest) {
        return Arbitraries.strings()
                .withChars("abcXYZ \"\\/<>&'é漢~")
                .ofMinLength(1)
                .ofMaxLength(longest / 2)
                .map(s -> "x" + s + "x");
    }

    private static String decimal(long minor, String currency) {
        var scale = Map.of("JPY", 0, "GBP", 2, "BHD", 3).getOrDefault(currency, 0);
        return BigDecimal.valueOf(minor, scale).toPlainString();
    }

    private static String json(Map<String, Object> fields) {
        return JsonText.object(json -> write(json, fields));
    }

    private static void write(JsonGenerator json, Map<?, ?> fields) throws IOException {
        for (var field : fields.entrySet()) {
            json.writeFieldName(field.getKey().toString());
            if (field.getValue() instanceof Map<?, ?> members) {
                json.writeStartObject();
                write(json, members);
                json.writeEndObject();
            } else {
                json.writeString(field.getValue().toString());
            }
        }
    }
}
