package dev.sluice.cli.findings;

import dev.sluice.cli.text.Printable;
import dev.sluice.domain.risk.RiskReason;
import dev.sluice.domain.risk.RiskRules;
import dev.sluice.local.FindingCounts;
import dev.sluice.local.Findings;
import dev.sluice.local.Findings.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found, on a terminal. */
public final class FindingsText {

    private static final int MERCHANT = 30;

    private FindingsText() {}

    public static String of(Findings findings) {
        var lines = new ArrayList<String>();
        counts(lines, findings.counts());
        title(lines, "Flagged", findings.flagged().size(), findings.counts().flagged());
        findings.flagged().forEach(found -> flagged(lines, found));
        title(
                lines,
                "Suspected duplicates",
                findings.duplicates().size(),
                findings.counts().duplicates());
        for (var found : findings.duplicates()) {
            line(lines, "  %-19s %-8s %-30s %16s", found, Words.amount(found));
            lines.add("      " + Words.id(found) + " and " + Words.duplicateOf(found));
        }
        title(
                lines,
                "Exchange rates furthest off their median",
                findings.rates().size(),
                findings.counts().rates());
        for (var found : findings.rates()) {
            line(lines, "  %-19s %-8s %-30s %9s", found, Words.deviation(found));
            lines.add("      " + Words.amount(found) + ": " + Words.rate(found) + ", median " + Words.median(found));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static void counts(List<String> lines, FindingCounts counts) {
        count(lines, "transactions", counts.transactions());
        count(lines, "  enriched", counts.enriched());
        count(lines, "    with a score", counts.scored());
        count(lines, "    flagged", counts.flagged());
        count(lines, "  first seen: merchant", counts.merchantsFirstSeen());
        count(lines, "  first seen: country", counts.countriesFirstSeen());
        count(lines, "  first seen: currency", counts.currenciesFirstSeen());
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-28s %9s %9s", "reason", "of all", "flagged"));
        for (var rule : RiskRules.ALL) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-26s %9s %9s",
                    rule.code(),
                    Words.number(counts.reasons().getOrDefault(rule.code(), 0L)),
                    Words.number(counts.reasonsOfFlagged().getOrDefault(rule.code(), 0L))));
        }
    }

    private static void count(List<String> lines, String name, long value) {
        lines.add(String.format(Locale.ROOT, "%-28s %9s", name, Words.number(value)));
    }

    private static void title(List<String> lines, String title, long listed, long all) {
        lines.add("");
        lines.add(title + ": " + Words.number(all)
                + (listed == 0 || listed == all ? "" : ", the first " + Words.number(listed)));
    }

    private static void flagged(List<String> lines, Found found) {
        var risk = found.assessment().risk();
        lines.add(String.format(
                Locale.ROOT,
                "%3d %-19s %-8s %-30s %16s",
                risk.score(),
                Words.when(found),
                Words.account(found),
                Printable.of(Words.merchant(found), MERCHANT),
                Words.amount(found)));
        lines.add("      " + Words.id(found));
        for (RiskReason reason : risk.reasons()) {
            lines.add(String.format(
                    Locale.ROOT, "      %+3d %s: %s", reason.points(), reason.code(), Printable.of(reason.sentence())));
        }
    }

    private static void line(List<String> lines, String format, Found found, String last) {
        lines.add(String.format(
                Locale.ROOT,
                format,
                Words.when(found),
                Words.account(found),
                Printable.of(Words.merchant(found), MERCHANT),
                last));
    }
}
