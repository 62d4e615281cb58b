package dev.sluice.compliance.judging;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.rule.Rules;
import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.suppress.Notices;
import dev.sluice.guard.suppress.Sifted;
import dev.sluice.guard.suppress.Suppressed;
import dev.sluice.guard.suppress.Suppression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds every rule against an environment. */
public final class Judging {

    /** More than a rule says of one resource by far; what is longer is cut, and says so. */
    static final int LONGEST_SAID = 4_000;

    private static final String CUT = " … (cut)";

    private Judging() {}

    /** What is expected of an environment beyond what is right everywhere. */
    public static Expectations expectations(Norm norm, LocalDate today) {
        return new Expectations(today, norm.tags().keySet(), Expectations.USUAL_CONCURRENCY, norm.alarms());
    }

    /**
     * What the rules say.
     *
     * @param filed suppressions that do not stand in the environment itself
     */
    public static Judged of(ResourceGraph graph, Norm norm, List<Suppression> filed, LocalDate today) {
        return of(graph, expectations(norm, today), filed);
    }

    /**
     * What the rules say where something else is expected than a norm.
     *
     * @param filed suppressions that do not stand in what is looked at
     */
    public static Judged of(ResourceGraph graph, Expectations expectations, List<Suppression> filed) {
        var findings =
                Guard.look(graph, expectations, Rules.ALL).stream().distinct().toList();
        var cards = Stream.concat(Rules.ALL.stream().map(Rule::card), Notices.CARDS.stream())
                .toList();
        var sifted = Sifted.of(findings, graph.resources(), cards, filed, expectations.today());

        var said = sifted.kept().stream().filter(one -> !Notices.isOne(one)).toList();
        var broken = byKey(said.stream().filter(Finding::isBroken));
        var cannotTell = byKey(said.stream().filter(one -> !one.isBroken()));
        cannotTell.keySet().removeAll(broken.keySet());
        var suppressed = new TreeMap<FindingKey, Suppressed>();
        sifted.suppressed().stream()
                .filter(one -> one.finding().isBroken())
                .forEach(one -> suppressed.putIfAbsent(FindingKey.of(one.finding()), one));
        suppressed.keySet().removeAll(broken.keySet());
        return new Judged(
                broken,
                cannotTell,
                suppressed,
                sifted.kept().stream().filter(Notices::isOne).toList(),
                outOfReach(graph));
    }

    /**
     * Of a live account, that is what is said of a resource which could not be read as a whole. Of files, all of it: nobody
     * knows what is in the one that could not be read.
     */
    private static Predicate<FindingKey> outOfReach(ResourceGraph graph) {
        if (graph.origin() != Origin.LIVE) {
            return key -> !graph.unreadable().isEmpty();
        }
        var unread = graph.unreadable().stream().map(one -> one.place().file()).collect(Collectors.toUnmodifiableSet());
        return key -> unread.contains(key.resource());
    }

    private static SortedMap<FindingKey, Finding> byKey(Stream<Finding> findings) {
        var sentences = new TreeMap<FindingKey, List<Finding>>();
        findings.forEach(finding -> sentences
                .computeIfAbsent(FindingKey.of(finding), ignored -> new ArrayList<>())
                .add(finding));
        var one = new TreeMap<FindingKey, Finding>();
        sentences.forEach((key, all) -> one.put(key, joined(all)));
        return one;
    }

    /** What a rule says of a resource more than once, as one, whatever order it was said in. */
    private static Finding joined(List<Finding> all) {
        var first = all.getFirst();
        var said = cut(all.stream()
                .map(finding -> finding.verdict().said())
                .distinct()
                .sorted()
                .collect(Collectors.joining("; ")));
        return new Finding(
                first.rule(),
                first.isBroken() ? new Finding.Broken(said) : new Finding.CannotTell(said),
                first.resource(),
                first.place());
    }

    private static String cut(String said) {
        return said.codePointCount(0, said.length()) <= LONGEST_SAID
                ? said
                : said.substring(0, said.offsetByCodePoints(0, LONGEST_SAID)) + CUT;
    }
}
