package dev.sluice.compliance.repair;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.guard.rule.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What all rules say of a graph, to be compared with what they say of it when something is changed. */
record Look(Map<FindingKey, List<Finding>> found) {

    static Look of(List<Finding> findings) {
        var found = new TreeMap<FindingKey, List<Finding>>();
        for (var finding : findings) {
            found.computeIfAbsent(FindingKey.of(finding), ignored -> new ArrayList<>())
                    .add(finding);
        }
        return new Look(found);
    }

    /** The first thing that is wrong here and was not there, or that could be wrong here and could not be there. */
    Optional<Finding> worseThan(Look before) {
        return found.entrySet().stream()
                .filter(entry -> isWorse(entry.getValue(), before.found.getOrDefault(entry.getKey(), List.of())))
                .map(entry -> worst(entry.getValue()))
                .findFirst();
    }

    /** What is still said under a key. */
    Optional<Finding> still(FindingKey key) {
        return Optional.ofNullable(found.get(key)).map(Look::worst);
    }

    private static boolean isWorse(List<Finding> now, List<Finding> before) {
        return broken(now) > broken(before) || now.size() > before.size();
    }

    private static long broken(List<Finding> findings) {
        return findings.stream().filter(Finding::isBroken).count();
    }

    /** What is broken before what cannot be told, and of these the same whatever order they were found in. */
    private static Finding worst(List<Finding> findings) {
        return findings.stream()
                .min(Comparator.comparingInt((Finding finding) -> finding.isBroken() ? 0 : 1)
                        .thenComparing(finding -> finding.verdict().said()))
                .orElseThrow();
    }
}
