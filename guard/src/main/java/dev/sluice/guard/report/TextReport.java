package dev.sluice.guard.report;

import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.suppress.Suppressed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * A report as people read it: the worst first, each rule once with all that break it, and a line that counts.
 *
 * @param colour whether its reader's terminal knows ANSI's colours
 */
public record TextReport(boolean colour) {

    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    /** The report's text, each line with its end. */
    public String of(Report report) {
        var lines = new ArrayList<String>();
        report.unreadable()
                .forEach(one -> add(
                        lines,
                        "",
                        paint("31", "unreadable") + " " + Shown.of(one.place().toString()),
                        one.why()));
        if (!report.unreadable().isEmpty()) {
            lines.add("");
        }
        groups(report.broken()).forEach((card, findings) -> group(lines, card, findings, severity(card)));
        groups(report.cannotTell())
                .forEach((card, findings) -> group(lines, card, findings, paint("36", "cannot tell")));
        suppressed(lines, report.suppressed());
        gone(lines, report.gone());
        lines.add(summary(report));
        return String.join("\n", lines) + "\n";
    }

    /** The line that counts. */
    public static String summary(Report report) {
        var checked = counted(report.resources(), "resource") + " in " + counted(report.files(), "file") + ", "
                + counted(report.rules().size(), "rule") + ": ";
        var found = new ArrayList<String>();
        for (var severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            if (report.count(severity) > 0) {
                found.add(counted(report.count(severity), word(severity)));
            }
        }
        if (found.isEmpty()) {
            found.add("nothing found");
        }
        also(found, report.cannotTell().size(), "cannot be told");
        also(found, report.suppressed().size(), "suppressed");
        also(found, report.known().size(), "known from the baseline");
        also(found, report.gone().size(), "of the baseline gone");
        also(found, report.unreadable().size(), "unreadable");
        return checked + String.join(", ", found) + ".";
    }

    private static void also(List<String> found, int count, String what) {
        if (count > 0) {
            found.add(count + " " + what);
        }
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static LinkedHashMap<Card, List<Finding>> groups(List<Finding> findings) {
        var groups = new LinkedHashMap<Card, List<Finding>>();
        findings.stream()
                .sorted(Comparator.comparing((Finding finding) -> finding.rule().severity())
                        .reversed()
                        .thenComparing(finding -> finding.rule().id())
                        .thenComparing(Report.ORDER))
                .forEach(finding -> groups.computeIfAbsent(finding.rule(), ignored -> new ArrayList<>())
                        .add(finding));
        return groups;
    }

    private void group(List<String> lines, Card card, List<Finding> findings, String sign) {
        lines.add(sign + " " + paint("1", Shown.of(card.id())) + ": " + Shown.of(card.title()));
        for (var finding : findings) {
            add(
                    lines,
                    INDENT,
                    Shown.of(finding.resource())
                            + INDENT
                            + Shown.of(finding.place().toString()),
                    finding.verdict().said());
        }
        labelled(lines, "why", card.why());
        labelled(lines, "do ", card.remedy());
        labelled(lines, "see", card.reference());
        lines.add("");
    }

    private void suppressed(List<String> lines, List<Suppressed> suppressed) {
        if (suppressed.isEmpty()) {
            return;
        }
        lines.add(paint("2", "suppressed"));
        for (var one : suppressed) {
            add(
                    lines,
                    INDENT,
                    Shown.of(one.finding().rule().id())
                            + INDENT
                            + Shown.of(one.finding().resource()),
                    "until " + one.suppression().until() + ": "
                            + one.suppression().reason());
        }
        lines.add("");
    }

    private void gone(List<String> lines, List<Baseline.Entry> gone) {
        if (gone.isEmpty()) {
            return;
        }
        lines.add(paint("2", "no longer there; write the baseline again"));
        gone.forEach(entry -> lines.add(INDENT + Shown.of(entry.rule()) + INDENT + Shown.of(entry.resource())));
        lines.add("");
    }

    private static void add(List<String> lines, String indent, String head, String text) {
        lines.add(indent + head);
        Shown.wrapped(text, WIDTH - indent.length() - 4).forEach(part -> lines.add(indent + INDENT + INDENT + part));
    }

    private static void labelled(List<String> lines, String label, String text) {
        var parts = Shown.wrapped(text, WIDTH - 7);
        lines.add(INDENT + label + INDENT + parts.getFirst());
        parts.stream().skip(1).forEach(part -> lines.add(" ".repeat(7) + part));
    }

    private String severity(Card card) {
        return paint(
                switch (card.severity()) {
                    case ERROR -> "31";
                    case WARNING -> "33";
                    case NOTE -> "34";
                },
                word(card.severity()));
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
