package dev.sluice.guard.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.suppress.Suppressed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A report as programs read it: one JSON object, whose members {@code docs/guard.md} tells one by one.
 *
 * <p>{@link #SHAPE} changes when a member changes its meaning or goes; new ones may come.
 */
public final class JsonReport {

    /** The number of the shape. */
    static final int SHAPE = 1;

    private JsonReport() {}

    /** The report's text. */
    public static String of(Report report) {
        return JsonOut.indented(to -> write(to, report));
    }

    /** The catalogue of rules, as {@code {"rules": […]}}. */
    public static String rules(List<Card> rules) {
        return JsonOut.indented(to -> {
            to.writeStartObject();
            to.writeArrayFieldStart("rules");
            for (var card : rules) {
                to.writeStartObject();
                to.writeStringField("rule", card.id());
                card(to, card);
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        });
    }

    private static void write(JsonGenerator to, Report report) throws IOException {
        to.writeStartObject();
        to.writeNumberField("shape", SHAPE);
        to.writeBooleanField("clean", report.isClean());
        counts(to, report);
        to.writeArrayFieldStart("unreadable");
        for (var one : report.unreadable()) {
            to.writeStartObject();
            place(to, one.place());
            to.writeStringField("why", one.why());
            to.writeEndObject();
        }
        to.writeEndArray();
        var fingerprints = new Fingerprints();
        findings(to, "findings", report.broken(), fingerprints);
        findings(to, "cannotTell", report.cannotTell(), fingerprints);
        suppressed(to, report.suppressed(), fingerprints);
        findings(to, "known", report.known(), fingerprints);
        to.writeArrayFieldStart("gone");
        for (var entry : report.gone()) {
            to.writeStartObject();
            to.writeStringField("rule", entry.rule());
            to.writeStringField("resource", entry.resource());
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeArrayFieldStart("rules");
        for (var card : report.rules()) {
            to.writeString(card.id());
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    private static void counts(JsonGenerator to, Report report) throws IOException {
        to.writeObjectFieldStart("counts");
        to.writeNumberField("files", report.files());
        to.writeNumberField("resources", report.resources());
        for (var severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            to.writeNumberField(word(severity), report.count(severity));
        }
        to.writeEndObject();
    }

    private static void findings(JsonGenerator to, String name, List<Finding> findings, Fingerprints fingerprints)
            throws IOException {
        to.writeArrayFieldStart(name);
        for (var finding : findings) {
            to.writeStartObject();
            finding(to, finding, fingerprints);
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private static void suppressed(JsonGenerator to, List<Suppressed> all, Fingerprints fingerprints)
            throws IOException {
        to.writeArrayFieldStart("suppressed");
        for (var one : all) {
            to.writeStartObject();
            finding(to, one.finding(), fingerprints);
            to.writeObjectFieldStart("suppression");
            to.writeStringField("source", one.suppression().source().name().toLowerCase(Locale.ROOT));
            to.writeStringField("until", one.suppression().until().toString());
            to.writeStringField("reason", one.suppression().reason());
            place(to, one.suppression().place());
            to.writeEndObject();
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private static void finding(JsonGenerator to, Finding finding, Fingerprints fingerprints) throws IOException {
        to.writeStringField("rule", finding.rule().id());
        card(to, finding.rule());
        to.writeStringField("resource", finding.resource());
        place(to, finding.place());
        to.writeStringField("said", finding.verdict().said());
        to.writeStringField("fingerprint", fingerprints.next(finding));
    }

    private static void card(JsonGenerator to, Card card) throws IOException {
        to.writeStringField("severity", word(card.severity()));
        to.writeStringField("title", card.title());
        to.writeStringField("why", card.why());
        to.writeStringField("remedy", card.remedy());
        to.writeStringField("reference", card.reference());
    }

    private static void place(JsonGenerator to, Place place) throws IOException {
        to.writeStringField("file", place.file());
        if (place.line() > 0) {
            to.writeNumberField("line", place.line());
        }
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
