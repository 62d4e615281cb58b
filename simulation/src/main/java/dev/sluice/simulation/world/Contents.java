package dev.sluice.simulation.world;

import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.intake.Source;
import dev.sluice.simulation.schedule.Draw;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes transactions out of so few words that they meet each other: accounts, merchants, amounts, ids, moments. */
final class Contents {

    private static final List<String> ACCOUNTS = List.of("4711", "4711", "0815");
    private static final List<String> TYPES = List.of(
            "payment",
            "payment",
            "payment",
            "payment",
            "payment",
            "refund",
            "refund",
            "credit",
            "withdrawal",
            "fee",
            "chargeback",
            "deposit");
    private static final List<String> MERCHANTS = List.of("Corner Shop", "CORNER  SHOP", "Fuel & Go", "Night Bar");
    private static final List<String> COUNTRIES = List.of("GB", "FR", "JP");
    private static final List<String> CATEGORIES = List.of("5411", "5812", "7995");
    private static final List<String> AMOUNTS = List.of("12", "12", "250", "4000", "9999");
    private static final List<String> FOREIGN = List.of("EUR", "JPY", "BHD");
    private static final List<String> BILLED = List.of("10.50", "11.00", "10.50", "300.00");

    private Contents() {}

    static Content drawn(Source source, String id, List<String> ids, Instant start, Draw draw) {
        var invalid = draw.chance(0.04);
        var type = draw.of(TYPES);
        var body = JsonText.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("type", type);
            json.writeStringField("amount", invalid ? "0" : draw.of(AMOUNTS));
            if (draw.chance(0.3)) {
                json.writeStringField("currency", draw.of(FOREIGN));
                if (draw.chance(0.8)) {
                    json.writeStringField("billingAmount", draw.of(BILLED));
                    json.writeStringField("billingCurrency", "GBP");
                }
            } else {
                json.writeStringField("currency", "GBP");
            }
            json.writeStringField("accountId", draw.of(ACCOUNTS));
            json.writeStringField("occurredAt", occurredAt(source.policy().zone(), start, draw));
            if (type.equals("payment") || draw.chance(0.5)) {
                json.writeObjectFieldStart("merchant");
                json.writeStringField("name", draw.of(MERCHANTS));
                if (draw.chance(0.6)) {
                    json.writeStringField("mcc", draw.of(CATEGORIES));
                }
                if (draw.chance(0.6)) {
                    json.writeStringField("country", draw.of(COUNTRIES));
                }
                json.writeEndObject();
            }
            if (type.equals("refund") || type.equals("chargeback")) {
                var original = draw.of(ids);
                json.writeStringField("originalId", original.equals(id) ? "unheard-of" : original);
            }
        });
        return Content.of(source, id, body, start);
    }

    /** Most lie close together, some on the same moment, some weeks back, in no order; some are days. */
    private static String occurredAt(ZoneId zone, Instant start, Draw draw) {
        var near = draw.fraction();
        var back = near < 0.3
                ? draw.between(0, 3) * 600_000
                : near < 0.6
                        ? draw.between(0, 7_200_000)
                        : near < 0.8
                                ? draw.between(0, 26) * 3_600_000
                                : draw.between(0, 40) * 86_400_000 + draw.between(-1, 1);
        var at = start.minusMillis(Math.max(0, back));
        return draw.chance(0.15)
                ? at.atZone(zone).toLocalDate().toString()
                : at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
