package dev.sluice.handlers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.enrichment.Lookup;
import dev.sluice.domain.enrichment.Lookup.Reason;
import dev.sluice.domain.enrichment.OriginalCheck;
import dev.sluice.domain.enrichment.RateDeviation;
import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.risk.RiskReason;
import dev.sluice.domain.risk.RiskScore;
import dev.sluice.domain.submission.Written;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What an account's history adds and how risky that is, as the document that a store keeps; the same in every store. */
public final class AssessmentJson {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    private static final String SINCE_PREVIOUS = "sincePrevious";
    private static final String MERCHANT_FIRST_SEEN = "merchantFirstSeen";
    private static final String COUNTRY_FIRST_SEEN = "countryFirstSeen";
    private static final String DUPLICATE = "suspectedDuplicateOf";
    private static final String RATE = "effectiveRate";
    private static final String DEVIATION = "rateDeviation";
    private static final String ORIGINAL = "original";

    private AssessmentJson() {}

    @FunctionalInterface
    private interface Writer<T> {
        void write(T value) throws IOException;
    }

    public static String write(Assessment assessment) {
        return JsonText.object(json -> write(json, assessment));
    }

    /** Writes the members into an object that is open. */
    public static void write(JsonGenerator json, Assessment assessment) throws IOException {
        json.writeObjectFieldStart("context");
        write(json, assessment.context());
        json.writeEndObject();
        json.writeObjectFieldStart("risk");
        write(json, assessment.risk());
        json.writeEndObject();
    }

    /**
     * Reads what {@link #write(Assessment)} wrote.
     *
     * @throws IllegalArgumentException where the text is not such a document
     */
    public static Assessment read(String text) {
        var fields = Fields.parse(READER, text);
        return new Assessment(context(fields.object("context")), risk(fields.object("risk")));
    }

    private static void write(JsonGenerator json, ContextualEnrichment context) throws IOException {
        var absent = new LinkedHashMap<String, Reason>();
        json.writeObjectFieldStart("asOf");
        json.writeNumberField("transactions", context.asOf().transactions());
        json.writeStringField("at", context.asOf().at().toString());
        json.writeEndObject();
        json.writeObjectFieldStart("windows");
        for (var window : Window.values()) {
            json.writeArrayFieldStart(window.code());
            for (var activity : context.windows().getOrDefault(window, List.of())) {
                json.writeStartObject();
                json.writeStringField("currency", activity.sum().currency().code());
                json.writeNumberField("count", activity.count());
                json.writeStringField("sum", activity.sum().toPlainString());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        write(
                SINCE_PREVIOUS,
                context.sincePrevious(),
                absent,
                since -> json.writeStringField(SINCE_PREVIOUS, since.toString()));
        write(
                MERCHANT_FIRST_SEEN,
                context.merchantFirstSeen(),
                absent,
                first -> json.writeBooleanField(MERCHANT_FIRST_SEEN, first));
        write(
                COUNTRY_FIRST_SEEN,
                context.countryFirstSeen(),
                absent,
                first -> json.writeBooleanField(COUNTRY_FIRST_SEEN, first));
        json.writeBooleanField("currencyFirstSeen", context.currencyFirstSeen());
        write(DUPLICATE, context.suspectedDuplicateOf(), absent, id -> json.writeStringField(DUPLICATE, id));
        write(RATE, context.effectiveRate(), absent, rate -> json.writeStringField(RATE, rate.toPlainString()));
        write(DEVIATION, context.rateDeviation(), absent, deviation -> {
            json.writeObjectFieldStart(DEVIATION);
            json.writeStringField("median", deviation.median().toPlainString());
            json.writeNumberField("rates", deviation.rates());
            json.writeStringField("deviation", deviation.deviation().toPlainString());
            json.writeEndObject();
        });
        write(ORIGINAL, context.original(), absent, original -> {
            json.writeObjectFieldStart(ORIGINAL);
            json.writeStringField("amount", original.amount().toPlainString());
            json.writeStringField("currency", original.amount().currency().code());
            json.writeStringField("returned", original.returned().toPlainString());
            json.writeBooleanField("sameCurrency", original.sameCurrency());
            json.writeBooleanField("exceeded", original.exceeded());
            json.writeEndObject();
        });
        if (!absent.isEmpty()) {
            json.writeObjectFieldStart("absent");
            for (var part : absent.entrySet()) {
                json.writeStringField(part.getKey(), part.getValue().code());
            }
            json.writeEndObject();
        }
    }

    private static ContextualEnrichment context(Fields fields) {
        var asOf = fields.object("asOf");
        var absent = fields.texts("absent");
        return new ContextualEnrichment(
                new AsOf(asOf.integer("transactions"), asOf.instant("at")),
                windows(fields.object("windows")),
                read(SINCE_PREVIOUS, fields, absent, f -> Duration.parse(f.text(SINCE_PREVIOUS))),
                read(MERCHANT_FIRST_SEEN, fields, absent, f -> f.truth(MERCHANT_FIRST_SEEN)),
                read(COUNTRY_FIRST_SEEN, fields, absent, f -> f.truth(COUNTRY_FIRST_SEEN)),
                fields.truth("currencyFirstSeen"),
                read(DUPLICATE, fields, absent, f -> f.text(DUPLICATE)),
                read(RATE, fields, absent, f -> new BigDecimal(f.text(RATE))),
                read(DEVIATION, fields, absent, f -> deviation(f.object(DEVIATION))),
                read(ORIGINAL, fields, absent, f -> original(f.object(ORIGINAL))));
    }

    private static Map<Window, List<Activity>> windows(Fields fields) {
        var windows = new EnumMap<Window, List<Activity>>(Window.class);
        for (var window : Window.values()) {
            var activities = new ArrayList<Activity>();
            for (var item : fields.listing(window.code()).items()) {
                var activity = member(item);
                activities.add(new Activity(
                        activity.integer("count"), total(activity.text("sum"), currency(activity.text("currency")))));
            }
            windows.put(window, activities);
        }
        return windows;
    }

    private static RateDeviation deviation(Fields fields) {
        return new RateDeviation(
                new BigDecimal(fields.text("median")),
                Math.toIntExact(fields.integer("rates")),
                new BigDecimal(fields.text("deviation")));
    }

    private static OriginalCheck original(Fields fields) {
        var currency = currency(fields.text("currency"));
        var amount = Money.exact(new BigDecimal(fields.text("amount")), currency)
                .orElseThrow(() -> new IllegalArgumentException("'amount' is to be an amount of " + currency.code()));
        return new OriginalCheck(
                amount,
                total(fields.text("returned"), currency),
                fields.truth("sameCurrency"),
                fields.truth("exceeded"));
    }

    /** Writes a score's members into an object that is open. */
    static void write(JsonGenerator json, RiskScore risk) throws IOException {
        json.writeNumberField("score", risk.score());
        json.writeBooleanField("flagged", risk.flagged());
        json.writeArrayFieldStart("reasons");
        for (var reason : risk.reasons()) {
            json.writeStartObject();
            json.writeStringField("code", reason.code());
            json.writeNumberField("points", reason.points());
            json.writeStringField("sentence", reason.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static RiskScore risk(Fields fields) {
        var reasons = new ArrayList<RiskReason>();
        for (var item : fields.listing("reasons").items()) {
            var reason = member(item);
            reasons.add(new RiskReason(
                    reason.text("code"), Math.toIntExact(reason.integer("points")), reason.text("sentence")));
        }
        return new RiskScore(Math.toIntExact(fields.integer("score")), fields.truth("flagged"), reasons);
    }

    private static Fields member(Written item) {
        if (item instanceof Written.Group group) {
            return new Fields(group);
        }
        throw new IllegalArgumentException("a list holds what is to be an object");
    }

    private static Currency currency(String code) {
        return Currency.of(code).orElseThrow(() -> new IllegalArgumentException("'currency' is to be a currency"));
    }

    private static Total total(String written, Currency currency) {
        return new Total(
                new BigDecimal(written).movePointRight(currency.minorUnits()).toBigIntegerExact(), currency);
    }

    private static <T> void write(String part, Lookup<T> lookup, Map<String, Reason> absent, Writer<T> writer)
            throws IOException {
        switch (lookup) {
            case Lookup.Found<T> found -> writer.write(found.value());
            case Lookup.Absent<T> none -> absent.put(part, none.reason());
        }
    }

    private static <T> Lookup<T> read(
            String part, Fields fields, Map<String, String> absent, Function<Fields, T> reader) {
        var reason = absent.get(part);
        return reason == null
                ? new Lookup.Found<>(reader.apply(fields))
                : new Lookup.Absent<>(Reason.valueOf(reason.toUpperCase(Locale.ROOT)));
    }
}
