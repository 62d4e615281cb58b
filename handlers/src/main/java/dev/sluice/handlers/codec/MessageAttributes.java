package dev.sluice.handlers.codec;

import dev.sluice.domain.money.Money;
import dev.sluice.handlers.port.Alert;
import dev.sluice.handlers.port.Announcement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands on the outside of a topic's message, so that subscribers can filter without reading it. */
public final class MessageAttributes {

    /**
     * One attribute.
     *
     * @param type {@code String} or {@code Number}
     */
    public record Attribute(String type, String value) {}

    private MessageAttributes() {}

    public static Map<String, Attribute> of(Announcement announcement) {
        var transaction = announcement.transaction();
        var attributes = new LinkedHashMap<String, Attribute>();
        attributes.put("type", new Attribute("String", transaction.type().code()));
        attributes.put(
                "currency",
                new Attribute("String", transaction.amount().currency().code()));
        attributes.put("schemaVersion", new Attribute("String", AnnouncementJson.SCHEMA_VERSION));
        attributes.put(
                "minorUnits",
                new Attribute("Number", Long.toString(transaction.amount().minor())));
        attributes.put("amountBand", new Attribute("String", amountBand(transaction.amount())));
        attributes.put(
                "correlationId", new Attribute("String", announcement.trace().correlationId()));
        announcement
                .trace()
                .traceHeader()
                .ifPresent(header -> attributes.put("traceHeader", new Attribute("String", header)));
        return attributes;
    }

    /** Of an alert: the reason, the source, and the score, 0 to 100. */
    public static Map<String, Attribute> of(Alert alert) {
        var attributes = new LinkedHashMap<String, Attribute>();
        attributes.put("reason", new Attribute("String", alert.reason()));
        attributes.put("source", new Attribute("String", alert.identity().source()));
        attributes.put("score", new Attribute("Number", Integer.toString(alert.score())));
        return attributes;
    }

    /**
     * The power of ten that the amount, in major units, lies at or above: {@code under-1}, {@code from-1},
     * {@code from-10} and so on. SNS compares numbers only up to a thousand million, and minor units exceed that.
     */
    static String amountBand(Money amount) {
        var whole = amount.amount().abs().toBigInteger();
        if (whole.signum() == 0) {
            return "under-1";
        }
        return "from-1" + "0".repeat(whole.toString().length() - 1);
    }
}
