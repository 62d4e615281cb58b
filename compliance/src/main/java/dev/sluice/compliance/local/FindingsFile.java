package dev.sluice.compliance.local;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.ScanSummary;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.domain.submission.Written;
import dev.sluice.guard.rule.Severity;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.JsonText;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Optional;
import java.util.TreeMap;

/** Findings and scans as JSON: {@code {"version": 1, "findings": […], "scans": […]}}. */
final class FindingsFile {

    private static final int VERSION = 1;

    /** Far more than an environment's findings come to. */
    private static final JsonDocument READER = JsonDocument.within(new JsonBounds(64 << 20, 8));

    private FindingsFile() {}

    static byte[] write(LocalFindings.Kept kept) {
        return JsonText.bytes(64 << 10, json -> {
            json.writeNumberField("version", VERSION);
            json.writeArrayFieldStart("findings");
            for (var tracked : kept.findings().values()) {
                finding(json, tracked);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("scans");
            for (var scan : kept.scans().values()) {
                scan(json, scan);
            }
            json.writeEndArray();
        });
    }

    /**
     * What a file holds.
     *
     * @throws IllegalArgumentException where it is not such a file
     */
    static LocalFindings.Kept read(byte[] bytes) {
        var fields = Fields.parse(READER, bytes);
        if (fields.integer("version") != VERSION) {
            throw new IllegalArgumentException("its version is not " + VERSION);
        }
        var findings = new TreeMap<FindingKey, Tracked>();
        for (var item : fields.listing("findings").items()) {
            var tracked = finding(object(item));
            findings.put(tracked.key(), tracked);
        }
        var scans = new TreeMap<Instant, ScanSummary>();
        for (var item : fields.listing("scans").items()) {
            var scan = scan(object(item));
            scans.put(scan.at(), scan);
        }
        return new LocalFindings.Kept(findings, scans);
    }

    private static Fields object(Written item) {
        if (item instanceof Written.Group group) {
            return new Fields(group);
        }
        throw new IllegalArgumentException("an item is to be an object");
    }

    private static void finding(JsonGenerator json, Tracked tracked) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", tracked.key().rule());
        json.writeStringField("resource", tracked.key().resource());
        json.writeStringField("severity", tracked.severity().name());
        json.writeStringField("title", tracked.title());
        json.writeStringField("said", tracked.said());
        json.writeStringField("firstSeen", tracked.firstSeen().toString());
        json.writeStringField("lastSeen", tracked.lastSeen().toString());
        if (tracked.resolvedAt().isPresent()) {
            json.writeStringField("resolvedAt", tracked.resolvedAt().get().toString());
        }
        json.writeNumberField("returns", tracked.returns());
        json.writeObjectFieldStart("proposal");
        proposal(json, tracked.proposal());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void proposal(JsonGenerator json, Proposal proposal) throws IOException {
        switch (proposal) {
            case Proposal.Planned(var kind, var target, var before, var after) -> {
                json.writeStringField("is", "planned");
                json.writeStringField("repair", kind.name());
                json.writeStringField("target", target);
                json.writeStringField("before", before);
                json.writeStringField("after", after);
            }
            case Proposal.Refused(var kind, var reason) -> {
                json.writeStringField("is", "refused");
                json.writeStringField("repair", kind.name());
                json.writeStringField("reason", reason);
            }
            case Proposal.ByHand() -> json.writeStringField("is", "by-hand");
        }
    }

    private static Tracked finding(Fields fields) {
        return new Tracked(
                new FindingKey(fields.text("rule"), fields.text("resource")),
                Severity.valueOf(fields.text("severity")),
                fields.text("title"),
                fields.text("said"),
                fields.instant("firstSeen"),
                fields.instant("lastSeen"),
                fields.find("resolvedAt").isPresent() ? Optional.of(fields.instant("resolvedAt")) : Optional.empty(),
                Math.toIntExact(fields.integer("returns")),
                proposal(fields.object("proposal")));
    }

    private static Proposal proposal(Fields fields) {
        return switch (fields.text("is")) {
            case "planned" ->
                new Proposal.Planned(
                        RepairKind.valueOf(fields.text("repair")),
                        fields.text("target"),
                        fields.text("before"),
                        fields.text("after"));
            case "refused" -> new Proposal.Refused(RepairKind.valueOf(fields.text("repair")), fields.text("reason"));
            case "by-hand" -> new Proposal.ByHand();
            default -> throw new IllegalArgumentException("'is' is to be planned, refused or by-hand");
        };
    }

    private static void scan(JsonGenerator json, ScanSummary scan) throws IOException {
        json.writeStartObject();
        json.writeStringField("at", scan.at().toString());
        json.writeObjectFieldStart("open");
        for (var severity : Severity.values()) {
            json.writeNumberField(severity.name(), scan.open(severity));
        }
        json.writeEndObject();
        json.writeNumberField("resources", scan.resources());
        json.writeNumberField("fresh", scan.fresh());
        json.writeNumberField("returned", scan.returned());
        json.writeNumberField("resolved", scan.resolved());
        json.writeNumberField("cannotTell", scan.cannotTell());
        json.writeNumberField("notRead", scan.notRead());
        json.writeNumberField("suppressed", scan.suppressed());
        json.writeEndObject();
    }

    private static ScanSummary scan(Fields fields) {
        var open = new EnumMap<Severity, Integer>(Severity.class);
        for (var severity : Severity.values()) {
            open.put(severity, number(fields.object("open"), severity.name()));
        }
        return new ScanSummary(
                fields.instant("at"),
                open,
                number(fields, "resources"),
                number(fields, "fresh"),
                number(fields, "returned"),
                number(fields, "resolved"),
                number(fields, "cannotTell"),
                number(fields, "notRead"),
                number(fields, "suppressed"));
    }

    private static int number(Fields fields, String name) {
        return Math.toIntExact(fields.integer(name));
    }
}
