package dev.sluice.cli.scan;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.judging.Judged;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.suppress.Suppressed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Several things that are deployed each by itself, told as one: an address is told apart by the name of its part, as in
 * {@code sluice-transactions-dev/aws_sqs_queue.notifications}.
 */
final class Together {

    private final SortedMap<String, Integer> resources = new TreeMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final SortedMap<FindingKey, Finding> broken = new TreeMap<>();
    private final SortedMap<FindingKey, Finding> cannotTell = new TreeMap<>();
    private final SortedMap<FindingKey, Suppressed> suppressed = new TreeMap<>();
    private final Map<FindingKey, Proposal> proposals = new HashMap<>();
    private final List<Predicate<FindingKey>> outOfReach = new ArrayList<>();

    private Together() {}

    /** One part with the name it is told by. */
    record Part(String name, Looked looked) {}

    /**
     * All of them.
     *
     * @param filed where the suppressions stand that every part was given
     */
    static Looked of(Origin origin, List<Part> parts, Set<Place> filed) {
        var all = new Together();
        parts.forEach(all::add);
        var judged = new Judged(
                all.broken,
                all.cannotTell,
                all.suppressed,
                notices(parts, filed),
                key -> all.outOfReach.stream().anyMatch(part -> part.test(key)));
        return new Looked(
                origin,
                all.resources,
                all.unreadable,
                judged,
                finding -> all.proposals.getOrDefault(key(finding), new Proposal.ByHand()));
    }

    private void add(Part part) {
        UnaryOperator<String> named = address -> part.name() + "/" + address;
        var looked = part.looked();
        var judged = looked.judged();
        looked.resources().forEach((type, count) -> resources.merge(type, count, Integer::sum));
        unreadable.addAll(looked.unreadable());
        judged.broken().values().forEach(finding -> {
            var told = told(finding, named);
            broken.put(key(told), told);
            proposals.put(key(told), looked.proposals().of(finding));
        });
        judged.cannotTell().values().forEach(finding -> {
            var told = told(finding, named);
            cannotTell.put(key(told), told);
        });
        judged.suppressed().values().forEach(one -> {
            var told = told(one.finding(), named);
            suppressed.put(key(told), new Suppressed(told, one.suppression()));
        });
        var beginning = named.apply("");
        outOfReach.add(key -> key.resource().startsWith(beginning)
                && judged.outOfReach()
                        .test(new FindingKey(key.rule(), key.resource().substring(beginning.length()))));
    }

    /** A suppression that is meant for one part suppresses nothing in the others: that is nothing to be told. */
    private static List<Finding> notices(List<Part> parts, Set<Place> filed) {
        var said = parts.stream().map(part -> part.looked().judged().notices()).toList();
        return said.stream()
                .flatMap(List::stream)
                .distinct()
                .filter(notice ->
                        !filed.contains(notice.place()) || said.stream().allMatch(notices -> notices.contains(notice)))
                .toList();
    }

    private static Finding told(Finding finding, UnaryOperator<String> named) {
        return new Finding(finding.rule(), finding.verdict(), named.apply(finding.resource()), finding.place());
    }

    private static FindingKey key(Finding finding) {
        return new FindingKey(finding.rule().id(), finding.resource());
    }
}
