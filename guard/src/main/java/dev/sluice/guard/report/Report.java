package dev.sluice.guard.report;

import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.suppress.Notices;
import dev.sluice.guard.suppress.Sifted;
import dev.sluice.guard.suppress.Suppressed;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a check found, in an order that does not depend on the order it was found in.
 *
 * @param files how many files were read
 * @param resources how many resources are in them
 * @param unreadable what could not be read
 * @param rules the rules that were asked, with those about suppressions
 * @param broken what counts
 * @param cannotTell what is neither a pass nor a failure
 * @param suppressed what somebody decided to live with
 * @param known what the baseline has
 * @param gone what the baseline has and is no longer there
 */
public record Report(
        int files,
        int resources,
        List<Unreadable> unreadable,
        List<Card> rules,
        List<Finding> broken,
        List<Finding> cannotTell,
        List<Suppressed> suppressed,
        List<Finding> known,
        List<Baseline.Entry> gone) {

    /** The order in which findings are told: as they are met by who reads the files. */
    static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> finding.place().file())
            .thenComparingInt(finding -> finding.place().line())
            .thenComparing(Finding::resource)
            .thenComparing(finding -> finding.rule().id())
            .thenComparing(finding -> finding.verdict().said())
            .thenComparing(Finding::isBroken);

    public Report {
        unreadable = unreadable.stream()
                .sorted(Comparator.comparing((Unreadable one) -> one.place().file())
                        .thenComparingInt(one -> one.place().line())
                        .thenComparing(Unreadable::why))
                .toList();
        rules = rules.stream().distinct().sorted(Comparator.comparing(Card::id)).toList();
        broken = broken.stream().sorted(ORDER).toList();
        cannotTell = cannotTell.stream().sorted(ORDER).toList();
        suppressed = suppressed.stream()
                .sorted(Comparator.comparing(Suppressed::finding, ORDER))
                .toList();
        known = known.stream().sorted(ORDER).toList();
        gone = gone.stream().sorted().toList();
    }

    /** What is left of a check when all is taken out that does not count. */
    public static Report of(Checked checked, Sieve sieve) {
        var rules =
                Stream.concat(checked.rules().stream(), Notices.CARDS.stream()).toList();
        var findings = checked.findings().stream().distinct().sorted(ORDER).toList();
        var sifted = Sifted.of(findings, checked.resources(), rules, sieve.suppressions(), sieve.today());
        var compared = sieve.baseline()
                .compare(sifted.kept().stream().filter(Finding::isBroken).toList());
        return new Report(
                checked.files().size(),
                checked.resources().size(),
                checked.unreadable(),
                rules,
                told(compared.fresh(), sieve.least()),
                told(sifted.kept().stream().filter(one -> !one.isBroken()).toList(), sieve.least()),
                sifted.suppressed(),
                compared.known(),
                compared.gone());
    }

    private static List<Finding> told(List<Finding> findings, Severity least) {
        return findings.stream()
                .filter(finding -> finding.rule().severity().compareTo(least) >= 0)
                .toList();
    }

    /** Whether nothing counts and all could be read: what nobody has read nobody has checked. */
    public boolean isClean() {
        return broken.isEmpty() && unreadable.isEmpty();
    }

    /** How many of what counts are so severe. */
    public long count(Severity severity) {
        return broken.stream()
                .filter(finding -> finding.rule().severity() == severity)
                .count();
    }
}
