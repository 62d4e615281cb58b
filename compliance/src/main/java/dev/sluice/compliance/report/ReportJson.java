package dev.sluice.compliance.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.compliance.finding.Course;
import dev.sluice.compliance.finding.ScanSummary;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.repair.Repair;
import dev.sluice.compliance.rule.Rules;
import dev.sluice.guard.rule.Finding;
import dev.sluice.handlers.codec.JsonText;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;

/**
 * A report as programs read it: one JSON object in ASCII.
 *
 * <pre>
 * schemaVersion  1; another number when a member changes its meaning or goes; new ones may come
 * environment    the suffix of the environment
 * origin         "live", "plan" or "configuration": what was looked at
 * at             when, ISO 8601 in UTC
 * clean          whether nothing is open and all of it could be read
 * verdict        the scan in one sentence
 * counts         error, warning, note (what is open), new, returned, resolved, cannotTell, notRead, suppressed, resources,
 *                rules
 * resources      each type that was looked at: type, count
 * findings       what is open, the worst first: id, rule, severity, title, why, remedy, reference, resource, said,
 *                where (file:line, where it is known), course ("new", "returned", "open", "cannot_tell"), firstSeen, lastSeen, returned (how often it came back),
 *                proposal: is ("planned", "refused", "by_hand"), repair, and target, before, after or reason
 * repairs        what came of the latest requests to repair, newest first: rule, resource, scan, mode ("dry-run", "apply"),
 *                repair, target, before, after, outcome, said, at
 * resolved       what this scan found to be so no more: the same members, with resolvedAt
 * cannotTell     what is neither right nor wrong: rule, severity, title, resource, said
 * suppressed     what somebody decided to live with: the same, with source, until and reason
 * notices        what is to be said of the suppressions themselves: the members of cannotTell
 * unreadable     what could not be read: where, why
 * trend          the last scans, oldest first: at, and the members of counts but for rules
 * leftOut        how many are left out of each list that is too long, by its name; empty where none is
 * </pre>
 */
public final class ReportJson {

    static final int SCHEMA_VERSION = 1;

    /** Some megabytes at most of each list. */
    static final int MOST = 5_000;

    private ReportJson() {}

    /** The text of a report. */
    public static String of(Report report) {
        return JsonText.asciiObject(json -> write(json, report));
    }

    private static void write(JsonGenerator json, Report report) throws IOException {
        var scan = report.scan();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeStringField("environment", scan.environment());
        json.writeStringField("origin", word(scan.origin()));
        json.writeStringField("at", scan.at().toString());
        json.writeBooleanField("clean", report.isClean());
        json.writeStringField("verdict", Verdict.of(report.summary()));
        json.writeObjectFieldStart("counts");
        counts(json, report.summary());
        json.writeNumberField("rules", Rules.ALL.size());
        json.writeEndObject();
        json.writeArrayFieldStart("resources");
        for (var type : scan.resources().entrySet()) {
            json.writeStartObject();
            json.writeStringField("type", type.getKey());
            json.writeNumberField("count", type.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        lists(json, report);
        list(json, "trend", report.trend(), one -> {
            json.writeStringField("at", one.at().toString());
            counts(json, one);
        });
        leftOut(json, report);
    }

    /** What writes the members of an item. */
    private interface Members<T> {
        void write(T item) throws IOException;
    }

    private static <T> void list(JsonGenerator json, String name, Collection<T> items, Members<T> members)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (var item : items.stream().limit(MOST).toList()) {
            json.writeStartObject();
            members.write(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void lists(JsonGenerator json, Report report) throws IOException {
        var judged = report.scan().judged();
        list(json, "findings", report.open(), one -> {
            tracked(json, one.tracked(), one.course());
            var place = report.place(one.tracked());
            if (place.isPresent()) {
                json.writeStringField("where", place.get().toString());
            }
        });
        list(json, "repairs", report.repairs(), one -> repair(json, one));
        list(json, "resolved", report.resolved(), one -> tracked(json, one, Course.RESOLVED));
        list(json, "cannotTell", judged.cannotTell().values(), one -> finding(json, one));
        list(json, "suppressed", judged.suppressed().values(), one -> {
            finding(json, one.finding());
            json.writeStringField("source", word(one.suppression().source()));
            json.writeStringField("until", one.suppression().until().toString());
            json.writeStringField("reason", one.suppression().reason());
        });
        list(json, "notices", judged.notices(), one -> finding(json, one));
        list(json, "unreadable", report.scan().unreadable(), one -> {
            json.writeStringField("where", one.place().toString());
            json.writeStringField("why", one.why());
        });
    }

    private static void leftOut(JsonGenerator json, Report report) throws IOException {
        var judged = report.scan().judged();
        json.writeObjectFieldStart("leftOut");
        leftOut(json, "findings", report.open().size());
        leftOut(json, "resolved", report.resolved().size());
        leftOut(json, "cannotTell", judged.cannotTell().size());
        leftOut(json, "suppressed", judged.suppressed().size());
        leftOut(json, "notices", judged.notices().size());
        leftOut(json, "unreadable", report.scan().unreadable().size());
        json.writeEndObject();
    }

    private static void leftOut(JsonGenerator json, String name, int all) throws IOException {
        if (all > MOST) {
            json.writeNumberField(name, all - MOST);
        }
    }

    private static void counts(JsonGenerator json, ScanSummary scan) throws IOException {
        for (var severity : Report.SEVERITIES) {
            json.writeNumberField(word(severity), scan.open(severity));
        }
        json.writeNumberField("new", scan.fresh());
        json.writeNumberField("returned", scan.returned());
        json.writeNumberField("resolved", scan.resolved());
        json.writeNumberField("cannotTell", scan.cannotTell());
        json.writeNumberField("notRead", scan.notRead());
        json.writeNumberField("suppressed", scan.suppressed());
        json.writeNumberField("resources", scan.resources());
    }

    private static void tracked(JsonGenerator json, Tracked tracked, Course course) throws IOException {
        json.writeStringField("id", tracked.key().id());
        json.writeStringField("rule", tracked.key().rule());
        json.writeStringField("severity", word(tracked.severity()));
        json.writeStringField("title", tracked.title());
        var card = Rules.card(tracked.key().rule());
        if (card.isPresent()) {
            json.writeStringField("why", card.get().why());
            json.writeStringField("remedy", card.get().remedy());
            json.writeStringField("reference", card.get().reference());
        }
        json.writeStringField("resource", tracked.key().resource());
        json.writeStringField("said", tracked.said());
        json.writeStringField("course", word(course));
        json.writeStringField("firstSeen", tracked.firstSeen().toString());
        json.writeStringField("lastSeen", tracked.lastSeen().toString());
        if (tracked.resolvedAt().isPresent()) {
            json.writeStringField("resolvedAt", tracked.resolvedAt().get().toString());
        }
        json.writeNumberField("returned", tracked.returns());
        json.writeObjectFieldStart("proposal");
        proposal(json, tracked.proposal());
        json.writeEndObject();
    }

    private static void repair(JsonGenerator json, Repair repair) throws IOException {
        json.writeStringField("rule", repair.finding().rule());
        json.writeStringField("resource", repair.finding().resource());
        json.writeStringField("scan", repair.scan().toString());
        json.writeStringField("mode", repair.mode().word());
        if (repair.planned().isPresent()) {
            planned(json, repair.planned().get());
        }
        json.writeStringField("outcome", word(repair.outcome()));
        json.writeStringField("said", repair.said());
        json.writeStringField("at", repair.at().toString());
    }

    private static void planned(JsonGenerator json, Proposal.Planned planned) throws IOException {
        json.writeStringField("repair", word(planned.kind()));
        json.writeStringField("target", planned.target());
        json.writeStringField("before", planned.before());
        json.writeStringField("after", planned.after());
    }

    private static void proposal(JsonGenerator json, Proposal proposal) throws IOException {
        switch (proposal) {
            case Proposal.Planned planned -> {
                json.writeStringField("is", "planned");
                planned(json, planned);
            }
            case Proposal.Refused(var kind, var reason) -> {
                json.writeStringField("is", "refused");
                json.writeStringField("repair", word(kind));
                json.writeStringField("reason", reason);
            }
            case Proposal.ByHand() -> json.writeStringField("is", "by_hand");
        }
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("rule", finding.rule().id());
        json.writeStringField("severity", word(finding.rule().severity()));
        json.writeStringField("title", finding.rule().title());
        json.writeStringField("resource", finding.resource());
        json.writeStringField("said", finding.verdict().said());
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
