package dev.sluice.cli.scan;

import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.judging.Judged;
import dev.sluice.compliance.judging.Judging;
import dev.sluice.compliance.judging.Reconciling;
import dev.sluice.compliance.judging.Scan;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.repair.Proposals;
import dev.sluice.compliance.repair.Repairs;
import dev.sluice.compliance.rule.Rules;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.suppress.Suppression;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the rules say of something at one moment, before it is brought together with what was known.
 *
 * @param origin what it was read from
 * @param resources how many of each type there are, by Terraform's name of the type
 * @param unreadable what could not be read
 * @param proposals what can be done about what is broken
 */
public record Looked(
        Origin origin,
        SortedMap<String, Integer> resources,
        List<Unreadable> unreadable,
        Judged judged,
        Proposals proposals) {

    public Looked {
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Has every rule look.
     *
     * @param norm how things are to be there; where nobody said, any tag will do and nothing is repaired by itself
     * @param filed suppressions that do not stand in what is looked at
     */
    public static Looked at(ResourceGraph graph, Optional<Norm> norm, List<Suppression> filed, LocalDate today) {
        var expectations =
                norm.map(some -> Judging.expectations(some, today)).orElseGet(() -> Expectations.usual(today));
        return new Looked(
                graph.origin(),
                graph.resources().stream()
                        .filter(resource -> !resource.data())
                        .collect(Collectors.toMap(Resource::type, ignored -> 1, Integer::sum, TreeMap::new)),
                graph.unreadable(),
                Judging.of(graph, expectations, filed),
                norm.<Proposals>map(some -> new Repairs(graph, some, expectations, Rules.ALL))
                        .orElse(Proposals.BY_HAND));
    }

    /**
     * The scan that this comes to.
     *
     * @param name what was looked at
     * @param known every finding that earlier scans of it followed
     * @param now when it was read, to the millisecond
     */
    public Scan scan(String name, Collection<Tracked> known, Instant now) {
        return new Scan(
                name, origin, now, resources, unreadable, judged, Reconciling.of(known, judged, proposals, now));
    }
}
