package dev.sluice.guard.suppress;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Findings, those that are suppressed apart from the others.
 *
 * @param kept those that are not, with what is to be said of the suppressions themselves
 * @param suppressed those that are
 */
public record Sifted(List<Finding> kept, List<Suppressed> suppressed) {

    public Sifted {
        kept = List.copyOf(kept);
        suppressed = List.copyOf(suppressed);
    }

    /** One suppression, however many instances of its block have it with them. */
    private record Identity(Suppression.Source source, String rule, String block, String file) {}

    /**
     * Sifts findings.
     *
     * @param findings all that was found
     * @param resources all that was looked at, for what they say of their own suppression
     * @param rules the rules that were asked
     * @param filed suppressions from files
     * @param today the day it is
     */
    public static Sifted of(
            List<Finding> findings,
            List<Resource> resources,
            List<Card> rules,
            List<Suppression> filed,
            LocalDate today) {
        var suppressions = new ArrayList<>(filed);
        var blocks = new LinkedHashMap<Suppression, Identity>();
        var notices = new LinkedHashMap<Object, Finding>();
        for (var resource : resources) {
            for (var written : InResource.of(resource, today)) {
                switch (written) {
                    case Written.Good(var suppression) -> {
                        suppressions.add(suppression);
                        blocks.put(
                                suppression,
                                new Identity(
                                        suppression.source(),
                                        suppression.rule(),
                                        resource.block(),
                                        resource.place().file()));
                    }
                    case Written.Bad bad ->
                        notices.putIfAbsent(
                                List.of(bad, resource.block(), resource.place()),
                                Notices.unexplained(bad, resource.block(), resource.place()));
                }
            }
        }

        var kept = new ArrayList<Finding>();
        var suppressed = new ArrayList<Suppressed>();
        var used = new HashSet<>();
        for (var finding : findings) {
            var by = suppressions.stream()
                    .filter(suppression -> !suppression.isExpired(today) && suppression.covers(finding))
                    .toList();
            if (by.isEmpty()) {
                kept.add(finding);
            } else {
                suppressed.add(new Suppressed(finding, by.getFirst()));
                by.forEach(suppression -> used.add(identity(blocks, suppression)));
            }
        }

        var known = rules.stream().map(Card::id).collect(Collectors.toSet());
        for (var suppression : suppressions) {
            notice(suppression, identity(blocks, suppression), used, known, notices, today);
        }
        kept.addAll(notices.values());
        return new Sifted(kept, suppressed);
    }

    private static Object identity(LinkedHashMap<Suppression, Identity> blocks, Suppression suppression) {
        var identity = blocks.get(suppression);
        return identity == null ? suppression : identity;
    }

    private static void notice(
            Suppression suppression,
            Object identity,
            Set<Object> used,
            Set<String> rules,
            LinkedHashMap<Object, Finding> notices,
            LocalDate today) {
        if (suppression.isExpired(today)) {
            notices.putIfAbsent(identity, Notices.expired(suppression));
        } else if (!used.contains(identity)) {
            notices.putIfAbsent(identity, Notices.unused(suppression, rules));
        }
    }
}
