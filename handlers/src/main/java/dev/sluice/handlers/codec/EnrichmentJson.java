package dev.sluice.handlers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.card.CardScheme;
import dev.sluice.domain.enrichment.DayPart;
import dev.sluice.domain.enrichment.Lookup;
import dev.sluice.domain.enrichment.Lookup.Reason;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.reference.Country;
import dev.sluice.domain.reference.MerchantCategory;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What reference tables added, as JSON; absent parts are listed with their reasons. */
final class EnrichmentJson {

    private EnrichmentJson() {}

    /** The parts that may be absent. */
    private enum Part {
        MERCHANT_CATEGORY("merchantCategory"),
        MERCHANT_COUNTRY("merchantCountry"),
        CARD_SCHEME("cardScheme"),
        MASKED_CARD("maskedCard"),
        DAY_PART("dayPart");

        private final String field;

        Part(String field) {
            this.field = field;
        }
    }

    @FunctionalInterface
    private interface Writer<T> {
        void write(T value) throws IOException;
    }

    static void write(JsonGenerator json, ReferenceEnrichment e) throws IOException {
        var absent = new EnumMap<Part, Reason>(Part.class);
        json.writeNumberField("minorUnits", e.minorUnits());
        json.writeStringField("currencyNumeric", e.currencyNumeric());
        write(Part.MERCHANT_CATEGORY, e.merchantCategory(), absent, category -> {
            json.writeObjectFieldStart(Part.MERCHANT_CATEGORY.field);
            json.writeStringField("code", category.code());
            json.writeStringField("description", category.description());
            json.writeStringField("category", category.category());
            json.writeEndObject();
        });
        write(Part.MERCHANT_COUNTRY, e.merchantCountry(), absent, country -> {
            json.writeObjectFieldStart(Part.MERCHANT_COUNTRY.field);
            json.writeStringField("alpha2", country.alpha2());
            json.writeStringField("alpha3", country.alpha3());
            json.writeStringField("numericCode", country.numericCode());
            json.writeStringField("name", country.name());
            json.writeStringField("region", country.region());
            json.writeStringField("subregion", country.subregion());
            json.writeEndObject();
        });
        write(
                Part.CARD_SCHEME,
                e.cardScheme(),
                absent,
                scheme -> json.writeStringField(
                        Part.CARD_SCHEME.field, scheme.name().toLowerCase(Locale.ROOT)));
        write(Part.MASKED_CARD, e.maskedCard(), absent, card -> json.writeStringField(Part.MASKED_CARD.field, card));
        write(Part.DAY_PART, e.dayPart(), absent, part -> json.writeStringField(Part.DAY_PART.field, part.code()));
        json.writeBooleanField("weekend", e.weekend());
        json.writeStringField("fingerprint", e.fingerprint());
        if (!absent.isEmpty()) {
            json.writeObjectFieldStart("absent");
            for (var entry : absent.entrySet()) {
                json.writeStringField(entry.getKey().field, entry.getValue().code());
            }
            json.writeEndObject();
        }
    }

    static ReferenceEnrichment read(Fields fields) {
        var absent = new LinkedHashMap<>(fields.texts("absent"));
        return new ReferenceEnrichment(
                fields.integer("minorUnits"),
                fields.text("currencyNumeric"),
                read(Part.MERCHANT_CATEGORY, fields, absent, f -> {
                    var o = f.object(Part.MERCHANT_CATEGORY.field);
                    return new MerchantCategory(o.text("code"), o.text("description"), o.text("category"));
                }),
                read(Part.MERCHANT_COUNTRY, fields, absent, f -> {
                    var o = f.object(Part.MERCHANT_COUNTRY.field);
                    return new Country(
                            o.text("alpha2"),
                            o.text("alpha3"),
                            o.text("numericCode"),
                            o.text("name"),
                            o.text("region"),
                            o.text("subregion"));
                }),
                read(
                        Part.CARD_SCHEME,
                        fields,
                        absent,
                        f -> CardScheme.valueOf(f.text(Part.CARD_SCHEME.field).toUpperCase(Locale.ROOT))),
                read(Part.MASKED_CARD, fields, absent, f -> f.text(Part.MASKED_CARD.field)),
                read(
                        Part.DAY_PART,
                        fields,
                        absent,
                        f -> DayPart.valueOf(f.text(Part.DAY_PART.field).toUpperCase(Locale.ROOT))),
                fields.truth("weekend"),
                fields.text("fingerprint"));
    }

    private static <T> void write(Part part, Lookup<T> lookup, Map<Part, Reason> absent, Writer<T> writer)
            throws IOException {
        switch (lookup) {
            case Lookup.Found<T> found -> writer.write(found.value());
            case Lookup.Absent<T> none -> absent.put(part, none.reason());
        }
    }

    private static <T> Lookup<T> read(
            Part part, Fields fields, Map<String, String> absent, Function<Fields, T> reader) {
        var reason = absent.get(part.field);
        return reason == null
                ? new Lookup.Found<>(reader.apply(fields))
                : new Lookup.Absent<>(Reason.valueOf(reason.toUpperCase(Locale.ROOT)));
    }
}
