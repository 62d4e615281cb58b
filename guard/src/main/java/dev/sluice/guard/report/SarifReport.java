package dev.sluice.guard.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.suppress.Suppression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report as code hosts read it: the Static Analysis Results Interchange Format, version 2.1.0.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html">
 *     OASIS, SARIF 2.1.0 plus errata 01</a>
 */
public final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String VERSION = "2.1.0";
    private static final String FINGERPRINT = "sluiceGuard/v1";

    private final Report report;
    private final Path base;
    private final List<Card> rules;
    private final Fingerprints fingerprints = new Fingerprints();

    private SarifReport(Report report, Path base) {
        this.report = report;
        this.base = base;
        this.rules = Stream.of(
                        report.rules().stream(),
                        report.broken().stream().map(Finding::rule),
                        report.cannotTell().stream().map(Finding::rule),
                        report.suppressed().stream().map(one -> one.finding().rule()),
                        report.known().stream().map(Finding::rule))
                .flatMap(cards -> cards)
                .distinct()
                .toList();
    }

    /**
     * The report's text.
     *
     * @param base the folder that files are named from: what is in it has a relative URI
     */
    public static String of(Report report, Path base) {
        return JsonOut.indented(new SarifReport(report, base.toAbsolutePath())::write);
    }

    private void write(JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("$schema", SCHEMA);
        to.writeStringField("version", VERSION);
        to.writeArrayFieldStart("runs");
        to.writeStartObject();
        tool(to);
        invocation(to);
        to.writeStringField("columnKind", "utf16CodeUnits");
        results(to);
        to.writeEndObject();
        to.writeEndArray();
        to.writeEndObject();
    }

    private void tool(JsonGenerator to) throws IOException {
        to.writeObjectFieldStart("tool");
        to.writeObjectFieldStart("driver");
        to.writeStringField("name", "sluice guard");
        to.writeArrayFieldStart("rules");
        for (var card : rules) {
            rule(to, card);
        }
        to.writeEndArray();
        to.writeEndObject();
        to.writeEndObject();
    }

    private static void rule(JsonGenerator to, Card card) throws IOException {
        to.writeStartObject();
        to.writeStringField("id", card.id());
        text(to, "shortDescription", card.title() + ".");
        text(to, "fullDescription", card.title() + ". " + card.why());
        text(to, "help", card.remedy() + " See " + card.reference());
        var page = SarifUri.ofPage(card.reference());
        if (page.isPresent()) {
            to.writeStringField("helpUri", page.get());
        }
        to.writeObjectFieldStart("defaultConfiguration");
        to.writeStringField("level", level(card.severity()));
        to.writeEndObject();
        to.writeEndObject();
    }

    /** Not successful where something could not be read: a result that is missing then is not one that is mended. */
    private void invocation(JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("invocations");
        to.writeStartObject();
        to.writeBooleanField("executionSuccessful", report.unreadable().isEmpty());
        to.writeArrayFieldStart("toolExecutionNotifications");
        for (var one : report.unreadable()) {
            to.writeStartObject();
            to.writeStringField("level", "error");
            text(to, "message", "It could not be read: " + one.why());
            to.writeArrayFieldStart("locations");
            to.writeStartObject();
            physical(to, one.place());
            to.writeEndObject();
            to.writeEndArray();
            to.writeEndObject();
        }
        for (var entry : report.gone()) {
            to.writeStartObject();
            to.writeStringField("level", "note");
            text(
                    to,
                    "message",
                    "The baseline has " + entry.rule() + " for " + entry.resource() + ", which is no longer found.");
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
        to.writeEndArray();
    }

    private void results(JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("results");
        for (var finding : report.broken()) {
            result(to, finding, List.of());
        }
        for (var finding : report.cannotTell()) {
            result(to, finding, List.of());
        }
        for (var one : report.suppressed()) {
            result(to, one.finding(), List.of(Reason.of(one.suppression())));
        }
        for (var finding : report.known()) {
            result(to, finding, List.of(Reason.KNOWN));
        }
        to.writeEndArray();
    }

    /** Why a result does not count. */
    private record Reason(String kind, String justification, Optional<Place> place) {

        private static final Reason KNOWN = new Reason("external", "It is in the baseline.", Optional.empty());

        static Reason of(Suppression suppression) {
            return new Reason(
                    switch (suppression.source()) {
                        case FILE -> "external";
                        case COMMENT, TAG -> "inSource";
                    },
                    suppression.reason() + " (until " + suppression.until() + ")",
                    Optional.of(suppression.place()));
        }
    }

    private void result(JsonGenerator to, Finding finding, List<Reason> reasons) throws IOException {
        to.writeStartObject();
        to.writeStringField("ruleId", finding.rule().id());
        to.writeNumberField("ruleIndex", rules.indexOf(finding.rule()));
        switch (finding.verdict()) {
            case Finding.Broken ignored -> {
                to.writeStringField("kind", "fail");
                to.writeStringField("level", level(finding.rule().severity()));
            }
            // Section 3.27.10: what does not fail has no level.
            case Finding.CannotTell ignored -> {
                to.writeStringField("kind", "open");
                to.writeStringField("level", "none");
            }
        }
        text(to, "message", finding.verdict().said());
        to.writeArrayFieldStart("locations");
        to.writeStartObject();
        physical(to, finding.place());
        logical(to, finding.resource());
        to.writeEndObject();
        to.writeEndArray();
        to.writeObjectFieldStart("partialFingerprints");
        to.writeStringField(FINGERPRINT, fingerprints.next(finding));
        to.writeEndObject();
        suppressions(to, reasons);
        to.writeEndObject();
    }

    /** Section 3.27.23: where any result says whether it is suppressed, every one does. */
    private void suppressions(JsonGenerator to, List<Reason> reasons) throws IOException {
        to.writeArrayFieldStart("suppressions");
        for (var reason : reasons) {
            to.writeStartObject();
            to.writeStringField("kind", reason.kind());
            to.writeStringField("justification", reason.justification());
            if (reason.place().isPresent()) {
                to.writeObjectFieldStart("location");
                physical(to, reason.place().get());
                to.writeEndObject();
            }
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private void physical(JsonGenerator to, Place place) throws IOException {
        to.writeObjectFieldStart("physicalLocation");
        to.writeObjectFieldStart("artifactLocation");
        to.writeStringField("uri", SarifUri.ofFile(place.file(), base));
        to.writeEndObject();
        if (place.line() > 0) {
            to.writeObjectFieldStart("region");
            to.writeNumberField("startLine", place.line());
            to.writeEndObject();
        }
        to.writeEndObject();
    }

    private static void logical(JsonGenerator to, String resource) throws IOException {
        to.writeArrayFieldStart("logicalLocations");
        to.writeStartObject();
        to.writeStringField("fullyQualifiedName", resource);
        to.writeStringField("kind", "resource");
        to.writeEndObject();
        to.writeEndArray();
    }

    private static void text(JsonGenerator to, String name, String text) throws IOException {
        to.writeObjectFieldStart(name);
        to.writeStringField("text", text);
        to.writeEndObject();
    }

    private static String level(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
