package dev.sluice.cli.findings;

import dev.sluice.domain.risk.RiskRules;
import dev.sluice.local.FindingCounts;
import dev.sluice.local.Findings;
import dev.sluice.local.Findings.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was found, as a page of Markdown. */
public final class FindingsMarkdown {

    private FindingsMarkdown() {}

    /**
     * Writes it out.
     *
     * @param attribution what the publisher's licence asks to be said; empty for none
     */
    public static String of(Findings findings, String attribution) {
        var lines = new ArrayList<String>();
        counts(lines, findings.counts());
        section(
                lines,
                "Flagged",
                findings.flagged().size(),
                findings.counts().flagged(),
                "The highest scores come first, then the largest amounts.");
        if (!findings.flagged().isEmpty()) {
            row(lines, "score", "when", "account", "merchant", "billed", "reasons");
            row(lines, "---:", "---", "---", "---", "---:", "---");
        }
        for (var found : findings.flagged()) {
            row(
                    lines,
                    Words.number(found.assessment().risk().score()),
                    Words.when(found),
                    Words.account(found),
                    Words.merchant(found),
                    Words.amount(found),
                    reasons(found));
        }
        section(
                lines,
                "Suspected duplicates",
                findings.duplicates().size(),
                findings.counts().duplicates(),
                "Two that name each other are listed once, the largest amounts first.");
        if (!findings.duplicates().isEmpty()) {
            row(lines, "when", "account", "merchant", "billed", "this one", "and this one");
            row(lines, "---", "---", "---", "---:", "---", "---");
        }
        for (var found : findings.duplicates()) {
            row(
                    lines,
                    Words.when(found),
                    Words.account(found),
                    Words.merchant(found),
                    Words.amount(found),
                    Words.id(found),
                    Words.duplicateOf(found));
        }
        section(
                lines,
                "Exchange rates furthest off their median",
                findings.rates().size(),
                findings.counts().rates(),
                "As many could be compared with earlier rates of their account; the furthest off come first.");
        if (!findings.rates().isEmpty()) {
            row(lines, "off by", "when", "account", "merchant", "billed", "rate", "median of earlier ones");
            row(lines, "---:", "---", "---", "---", "---:", "---:", "---:");
        }
        for (var found : findings.rates()) {
            row(
                    lines,
                    Words.deviation(found),
                    Words.when(found),
                    Words.account(found),
                    Words.merchant(found),
                    Words.amount(found),
                    Words.rate(found),
                    Words.median(found));
        }
        if (!attribution.isEmpty()) {
            lines.add("");
            lines.add(attribution);
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static void counts(List<String> lines, FindingCounts counts) {
        lines.add("Of " + Words.number(counts.transactions()) + " transactions " + Words.number(counts.enriched())
                + " are enriched; " + Words.number(counts.scored()) + " have a score above 0 and "
                + Words.number(counts.flagged()) + " are flagged. "
                + Words.number(counts.merchantsFirstSeen()) + " are an account's first with their merchant, "
                + Words.number(counts.countriesFirstSeen()) + " with a country, "
                + Words.number(counts.currenciesFirstSeen()) + " in a currency.");
        lines.add("");
        row(lines, "reason", "transactions", "of them flagged");
        row(lines, "---", "---:", "---:");
        for (var rule : RiskRules.ALL) {
            row(
                    lines,
                    "`" + rule.code() + "`",
                    Words.number(counts.reasons().getOrDefault(rule.code(), 0L)),
                    Words.number(counts.reasonsOfFlagged().getOrDefault(rule.code(), 0L)));
        }
    }

    private static void section(List<String> lines, String title, long listed, long all, String what) {
        lines.add("");
        lines.add("## " + title);
        lines.add("");
        lines.add(Words.number(all)
                + (listed == 0 || listed == all ? "" : ", of which " + Words.number(listed) + " are listed") + ". "
                + what);
        if (listed > 0) {
            lines.add("");
        }
    }

    private static String reasons(Found found) {
        return found.assessment().risk().reasons().stream()
                .map(reason -> "+" + reason.points() + " " + reason.code() + ": " + reason.sentence())
                .collect(Collectors.joining("; "));
    }

    /** What others wrote is text in a cell, and nothing else. */
    private static void row(List<String> lines, String... cells) {
        lines.add(List.of(cells).stream()
                .map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;"))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }
}
