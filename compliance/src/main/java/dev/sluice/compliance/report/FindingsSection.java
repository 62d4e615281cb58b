package dev.sluice.compliance.report;

import dev.sluice.compliance.finding.Course;
import dev.sluice.compliance.finding.Followed;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.rule.Rules;
import dev.sluice.compliance.runbook.Entry;
import dev.sluice.compliance.runbook.Runbook;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every open finding, the worst first; what is true of all findings of a rule is said once. */
final class FindingsSection implements Section {

    static final String ID = "findings";

    /** More than anybody reads, and some megabytes where rules say much. */
    static final int MOST = 500;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Open findings";
    }

    /** Where the findings of a rule stand. */
    static String anchor(String rule) {
        return "rule-" + rule;
    }

    @Override
    public void body(Html html, Report report) {
        var open = report.open();
        if (open.isEmpty()) {
            html.element("p", "There are none.", "class", "soft");
            return;
        }
        var shown = open.subList(0, Math.min(MOST, open.size()));
        Cut.tell(html, open.size(), MOST);
        for (var severity : Report.SEVERITIES) {
            severity(
                    html,
                    report,
                    severity,
                    shown.stream()
                            .filter(one -> one.tracked().severity() == severity)
                            .toList());
        }
    }

    private static void severity(Html html, Report report, Severity severity, List<Followed> findings) {
        if (findings.isEmpty()) {
            return;
        }
        html.open("h3", "class", "severity " + Words.of(severity));
        Signs.write(html, severity);
        html.text(" " + Words.counted(findings.size(), Words.of(severity), Words.plural(severity)));
        html.close();
        byRule(findings).forEach((rule, all) -> rule(html, report, rule, all));
    }

    private static Map<String, List<Followed>> byRule(List<Followed> findings) {
        var rules = new LinkedHashMap<String, List<Followed>>();
        findings.forEach(one -> rules.computeIfAbsent(one.tracked().key().rule(), ignored -> new ArrayList<>())
                .add(one));
        return rules;
    }

    private static void rule(Html html, Report report, String rule, List<Followed> findings) {
        var first = findings.getFirst().tracked();
        html.open("article", "id", anchor(rule), "class", Words.of(first.severity()));
        html.element("h4", first.title());
        html.open("p", "class", "rule").element("code", rule).close();
        Rules.card(rule).ifPresent(card -> card(html, card));
        html.open("ul", "class", "findings");
        findings.forEach(one -> finding(html, report, one));
        html.close();
        if (isDeployed(report)) {
            Runbook.of(rule)
                    .ifPresent(entry -> runbook(html, entry, report.scan().environment()));
        }
        html.close();
    }

    private static void card(Html html, Card card) {
        html.open("dl", "class", "card");
        html.element("dt", "Why it matters").element("dd", card.why());
        html.element("dt", "What to do").element("dd", card.remedy());
        html.element("dt", "Read on").open("dd");
        if (card.reference().startsWith("https://")) {
            html.element("a", card.reference(), "href", card.reference(), "rel", "noopener noreferrer");
        } else {
            html.text(card.reference());
        }
        html.close().close();
    }

    /** Whether there is something to look at: of what is only written, there is not. */
    private static boolean isDeployed(Report report) {
        return switch (report.scan().origin()) {
            case LIVE, STATE -> true;
            case CONFIGURATION, PLAN -> false;
        };
    }

    private static void runbook(Html html, Entry entry, String suffix) {
        html.open("details", "class", "runbook");
        html.element("summary", "What to look at, and how to know that it is over");
        RunbookText.write(html, entry.lookAt(), suffix);
        html.open("p").element("b", "It is over when:").close();
        RunbookText.write(html, entry.over(), suffix);
        html.close();
    }

    private static void finding(Html html, Report report, Followed one) {
        var tracked = one.tracked();
        html.open("li");
        html.open("p", "class", "resource").element("code", tracked.key().resource());
        badge(html, one);
        html.close();
        html.element("p", tracked.said());
        report.place(tracked)
                .ifPresent(place -> html.open("p", "class", "soft")
                        .text("Written in ")
                        .element("code", place.toString())
                        .text(".")
                        .close());
        Repairing.write(html, tracked);
        seen(html, tracked, report.scan().at());
        html.close();
    }

    private static void seen(Html html, Tracked tracked, Instant now) {
        html.open("p", "class", "soft");
        if (tracked.firstSeen().isBefore(now)) {
            html.text("First seen " + Words.lasting(tracked.firstSeen(), now) + " ago, ");
            time(html, tracked.firstSeen());
        } else {
            html.text("First seen by this scan");
        }
        if (tracked.lastSeen().isBefore(now)) {
            html.text("; last seen ");
            time(html, tracked.lastSeen());
        }
        html.text(
                tracked.returns() == 0
                        ? "."
                        : ". It came back " + Words.counted(tracked.returns(), "time", "times")
                                + " after it had been resolved.");
        html.close();
    }

    private static void time(Html html, Instant at) {
        html.element("time", Words.minute(at), "datetime", at.toString());
    }

    private static void badge(Html html, Followed one) {
        var said = switch (one.course()) {
            case NEW -> "new";
            case RETURNED -> "came back";
            case CANNOT_TELL -> "not to be told this time";
            case OPEN, SUPPRESSED, RESOLVED, PAST -> "";
        };
        if (!said.isEmpty()) {
            html.text(" ").element("span", said, "class", one.course() == Course.CANNOT_TELL ? "badge" : "badge news");
        }
    }
}
