package dev.sluice.compliance.judging;

import dev.sluice.compliance.finding.Course;
import dev.sluice.compliance.finding.Followed;
import dev.sluice.compliance.finding.ScanSummary;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.repair.Proposals;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.suppress.Suppression;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a scan comes to. It does nothing: what is to be kept, told and repaired is in it.
 *
 * @param environment the suffix of the environment that was looked at
 * @param origin what it was read from
 * @param at when, to the millisecond
 * @param resources how many of each type were looked at, by Terraform's name of the type
 * @param unreadable what could not be read
 * @param judged what the rules say
 * @param followed what became of every finding that was ever followed
 */
public record Scan(
        String environment,
        Origin origin,
        Instant at,
        SortedMap<String, Integer> resources,
        List<Unreadable> unreadable,
        Judged judged,
        List<Followed> followed) {

    private static final Comparator<Unreadable> ORDER = Comparator.comparing(
                    (Unreadable one) -> one.place().file())
            .thenComparingInt(one -> one.place().line())
            .thenComparing(Unreadable::why);

    public Scan {
        resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
        unreadable = unreadable.stream().sorted(ORDER).toList();
        followed = List.copyOf(followed);
    }

    /**
     * Looks at an environment.
     *
     * @param graph what is there
     * @param known every finding that earlier scans followed
     * @param suppressions those that do not stand in the environment itself
     * @param proposals what can be done about a finding of this environment
     * @param now when it was read, to the millisecond
     */
    public static Scan of(
            ResourceGraph graph,
            Collection<Tracked> known,
            Norm norm,
            List<Suppression> suppressions,
            Proposals proposals,
            Instant now) {
        var judged = Judging.of(graph, norm, suppressions, LocalDate.ofInstant(now, ZoneOffset.UTC));
        return new Scan(
                norm.suffix(),
                graph.origin(),
                now,
                counted(graph),
                graph.unreadable(),
                judged,
                Reconciling.of(known, judged, proposals, now));
    }

    private static SortedMap<String, Integer> counted(ResourceGraph graph) {
        return graph.resources().stream()
                .filter(resource -> !resource.data())
                .collect(Collectors.toMap(Resource::type, ignored -> 1, Integer::sum, TreeMap::new));
    }

    /** The findings that took a course, the worst first, then in the order of their keys. */
    public List<Tracked> of(Course course) {
        return followed.stream()
                .filter(one -> one.course() == course)
                .map(Followed::tracked)
                .sorted(Tracked.GRAVEST_FIRST)
                .toList();
    }

    /** What is other than it was before, and so is to be kept. */
    public List<Tracked> changed() {
        return followed.stream()
                .filter(Followed::isChanged)
                .map(Followed::tracked)
                .toList();
    }

    /** The scan in numbers. */
    public ScanSummary summary() {
        return new ScanSummary(
                at,
                open(),
                resources.values().stream().mapToInt(Integer::intValue).sum(),
                of(Course.NEW).size(),
                of(Course.RETURNED).size(),
                of(Course.RESOLVED).size(),
                judged.cannotTell().size(),
                unreadable.size(),
                judged.suppressed().size());
    }

    private Map<Severity, Integer> open() {
        return followed.stream()
                .filter(one -> one.course().isOpen())
                .map(one -> one.tracked().severity())
                .collect(Collectors.toMap(
                        Function.identity(), ignored -> 1, Integer::sum, () -> new EnumMap<>(Severity.class)));
    }
}
