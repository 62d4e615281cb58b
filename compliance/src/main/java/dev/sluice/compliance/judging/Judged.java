package dev.sluice.compliance.judging;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.suppress.Suppressed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the rules say of an environment at one moment; what a rule says of one resource is one finding. None is both broken
 * and suppressed, nor both broken and not to be told.
 *
 * @param broken what is wrong
 * @param cannotTell what is neither right nor wrong, since what decides it is not known
 * @param suppressed what is wrong and somebody decided to live with
 * @param notices what is to be said of the suppressions themselves: that one has ended, say
 * @param outOfReach whether nothing that is said, or not said, of a finding means anything, since what it is about could not
 *     be read
 */
public record Judged(
        SortedMap<FindingKey, Finding> broken,
        SortedMap<FindingKey, Finding> cannotTell,
        SortedMap<FindingKey, Suppressed> suppressed,
        List<Finding> notices,
        Predicate<FindingKey> outOfReach) {

    public Judged {
        broken = kept(broken);
        cannotTell = kept(cannotTell);
        suppressed = kept(suppressed);
        notices = List.copyOf(notices);
    }

    private static <T> SortedMap<FindingKey, T> kept(Map<FindingKey, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** Whether it can be told of a finding that was not found that it is so no more. */
    boolean canTell(FindingKey key) {
        return !cannotTell.containsKey(key) && !outOfReach.test(key);
    }
}
