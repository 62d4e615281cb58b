package dev.sluice.cli;

import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Remedy;
import dev.sluice.cli.preflight.Subject;
import dev.sluice.cli.preflight.Verdict;
import dev.sluice.cli.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import picocli.CommandLine.Help.Ansi;

/**
 * What a preflight found, as people read it: a line for what is fine, and for the rest what is wanted and what to do.
 *
 * @param ansi whether its reader's terminal knows colours
 */
record PreflightView(Ansi ansi) {

    private static final int WIDTH = 88;
    private static final int INDENT = 26;

    String of(Subject subject, List<Finding> findings) {
        var lines = new ArrayList<String>();
        lines.add(subject.stack().name() + ", " + subject.stack().resources() + " resources"
                + subject.place()
                        .map(place -> ", to " + Printable.of(place.region()))
                        .orElse(""));
        lines.add("");
        findings.forEach(finding -> add(lines, finding));
        lines.add("");
        lines.add(summary(findings));
        return String.join(System.lineSeparator(), lines);
    }

    private void add(List<String> lines, Finding finding) {
        switch (finding.verdict()) {
            case Verdict.Fine fine -> head(lines, ansi.string("@|green ✓|@"), finding, "");
            case Verdict.Warning(var remedy) -> {
                head(lines, ansi.string("@|yellow !|@"), finding, "");
                more(lines, finding, remedy);
            }
            case Verdict.Stop(var remedy) -> {
                head(lines, ansi.string("@|red ✗|@"), finding, "");
                more(lines, finding, remedy);
            }
            case Verdict.CannotTell(var remedy) -> {
                head(lines, ansi.string("@|yellow ?|@"), finding, "cannot tell: ");
                more(lines, finding, remedy);
            }
        }
    }

    private static void head(List<String> lines, String sign, Finding finding, String before) {
        var parts = Printable.wrapped(before + Printable.of(finding.found()), WIDTH);
        lines.add(sign + String.format(Locale.ROOT, " %-" + (INDENT - 2) + "s", finding.what()) + parts.getFirst());
        parts.stream().skip(1).forEach(part -> lines.add(" ".repeat(INDENT) + part));
    }

    /** A command is never broken: it would not run when it is copied. */
    private static void more(List<String> lines, Finding finding, Remedy remedy) {
        labelled(lines, "wanted", finding.wanted());
        labelled(lines, "do", remedy.sentence());
        remedy.commands().forEach(command -> lines.add(" ".repeat(INDENT) + Printable.of(command)));
    }

    private static void labelled(List<String> lines, String label, String text) {
        var parts = Printable.wrapped(Printable.of(text), WIDTH);
        lines.add(String.format(Locale.ROOT, "%" + (INDENT - 2) + "s  ", label) + parts.getFirst());
        parts.stream().skip(1).forEach(part -> lines.add(" ".repeat(INDENT) + part));
    }

    private static String summary(List<Finding> findings) {
        var fine = count(findings, Verdict.Fine.class::isInstance);
        if (fine == findings.size()) {
            return "Nothing found that would stop or hurt a deploy.";
        }
        return count(findings, Verdict.Stop.class::isInstance) + " would stop a deploy, "
                + count(findings, Verdict.Warning.class::isInstance) + " would hurt it, "
                + count(findings, Verdict.CannotTell.class::isInstance) + " cannot be told, " + fine + " fine.";
    }

    private static long count(List<Finding> findings, Predicate<Verdict> kind) {
        return findings.stream().map(Finding::verdict).filter(kind).count();
    }
}
