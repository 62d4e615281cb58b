package dev.sluice.console.row;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.money.Money;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Rows as the console's pages read them. */
public final class RowJson {

    private RowJson() {}

    /** Writes an array of that name into the object that is open. */
    public static void write(JsonGenerator json, String name, List<Row> rows) throws IOException {
        json.writeArrayFieldStart(name);
        for (var row : rows) {
            write(json, row);
        }
        json.writeEndArray();
    }

    /** Writes one object. */
    public static void write(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", row.source());
        json.writeStringField("id", row.id());
        json.writeStringField("type", row.type());
        money(json, row.amount());
        if (row.billing().isPresent()) {
            json.writeObjectFieldStart("billing");
            money(json, row.billing().get());
            json.writeEndObject();
        }
        json.writeStringField("account", row.account());
        if (row.merchant().isPresent()) {
            json.writeStringField("merchant", row.merchant().get());
        }
        json.writeStringField(
                "occurredAt",
                row.day().map(LocalDate::toString).orElse(row.occurredAt().toString()));
        json.writeStringField("precision", row.day().isPresent() ? "day" : "moment");
        json.writeStringField("receivedAt", row.receivedAt().toString());
        json.writeStringField("status", row.status().name().toLowerCase(Locale.ROOT));
        if (row.score().isPresent()) {
            json.writeNumberField("score", row.score().get());
        }
        json.writeArrayFieldStart("reasons");
        for (var reason : row.reasons()) {
            json.writeString(reason);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void money(JsonGenerator json, Money money) throws IOException {
        json.writeStringField("amount", money.toPlainString());
        json.writeStringField("currency", money.currency().code());
    }
}
