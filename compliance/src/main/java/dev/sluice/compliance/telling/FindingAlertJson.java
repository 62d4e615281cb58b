package dev.sluice.compliance.telling;

import dev.sluice.compliance.port.FindingAlert;
import dev.sluice.handlers.codec.JsonText;
import java.util.Locale;

/**
 * An alert as the message that subscribers read, in ASCII alone, which every way of delivery takes. Every member is there in
 * every message; {@code schemaVersion} changes when one changes its meaning or goes.
 *
 * <p>What a rule says of a resource is cut at 4000 characters, which is 48 KB where none of them is ASCII; a rule's own texts
 * are some hundred. SNS takes 256 KB.
 */
public final class FindingAlertJson {

    private static final String VERSION = "1";

    /** SNS takes subjects of fewer than 100 characters (Amazon SNS API Reference, Publish). */
    private static final int LONGEST_SUBJECT = 99;

    private static final String CUT = "...";

    private FindingAlertJson() {}

    public static String write(FindingAlert alert) {
        return JsonText.asciiObject(json -> {
            json.writeStringField("schemaVersion", VERSION);
            json.writeStringField("alertId", alert.alertId());
            json.writeStringField("environment", alert.environment());
            json.writeStringField("rule", alert.rule());
            json.writeStringField("severity", severity(alert));
            json.writeStringField("resource", alert.resource());
            json.writeStringField("title", alert.title());
            json.writeStringField("said", alert.said());
            json.writeStringField("why", alert.why());
            json.writeStringField("remedy", alert.remedy());
            json.writeStringField("firstSeen", alert.firstSeen().toString());
            json.writeNumberField("returned", alert.returns());
        });
    }

    /** What a mail about it is called: one line of ASCII. */
    public static String subject(FindingAlert alert) {
        var line = ("Sluice " + alert.environment() + " " + severity(alert) + (alert.returns() > 0 ? " (again)" : "")
                        + ": " + alert.resource() + ": " + alert.title())
                .codePoints()
                .map(point -> point >= ' ' && point <= '~' ? point : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - CUT.length()) + CUT;
    }

    private static String severity(FindingAlert alert) {
        return alert.severity().name().toLowerCase(Locale.ROOT);
    }
}
