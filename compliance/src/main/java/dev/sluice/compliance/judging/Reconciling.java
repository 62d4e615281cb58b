package dev.sluice.compliance.judging;

import dev.sluice.compliance.finding.Course;
import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.Followed;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.repair.Proposals;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.suppress.Suppression;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings what a scan found together with what was known.
 *
 * <p>A finding is resolved when it is known to be so no more, never because nobody could look. One that is suppressed from
 * its first day on is not followed: it becomes new when its suppression ends.
 */
public final class Reconciling {

    private final Judged judged;
    private final Proposals proposals;
    private final Instant now;

    private Reconciling(Judged judged, Proposals proposals, Instant now) {
        this.judged = judged;
        this.proposals = proposals;
        this.now = now;
    }

    /**
     * What became of each finding, in the order of their keys.
     *
     * @param known every finding that any scan before this one followed, each once
     * @param judged what is so now
     * @param proposals what can be done about it
     * @param now when that was seen
     */
    public static List<Followed> of(Collection<Tracked> known, Judged judged, Proposals proposals, Instant now) {
        var before = new TreeMap<FindingKey, Tracked>();
        known.forEach(tracked -> before.put(tracked.key(), tracked));
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(judged.broken().keySet());
        var reconciling = new Reconciling(judged, proposals, now);
        return keys.stream()
                .map(key -> reconciling.followed(key, Optional.ofNullable(before.get(key))))
                .toList();
    }

    private Followed followed(FindingKey key, Optional<Tracked> known) {
        var found = Optional.ofNullable(judged.broken().get(key));
        return found.map(
                        finding -> known.map(tracked -> again(tracked, finding)).orElseGet(() -> first(key, finding)))
                .or(() -> known.map(this::notFound))
                .orElseThrow(() -> new IllegalStateException(key.id() + " is neither known nor found"));
    }

    private Followed first(FindingKey key, Finding finding) {
        var tracked = new Tracked(
                key,
                finding.rule().severity(),
                finding.rule().title(),
                finding.verdict().said(),
                now,
                now,
                Optional.empty(),
                0,
                proposals.of(finding));
        return new Followed(tracked, Course.NEW, true);
    }

    private Followed again(Tracked known, Finding finding) {
        var seen = new Tracked(
                known.key(),
                finding.rule().severity(),
                finding.rule().title(),
                finding.verdict().said(),
                known.firstSeen(),
                latest(known),
                Optional.empty(),
                known.isOpen() ? known.returns() : known.returns() + 1,
                proposals.of(finding));
        return changed(known, seen, known.isOpen() ? Course.OPEN : Course.RETURNED);
    }

    private Followed notFound(Tracked known) {
        if (!known.isOpen()) {
            return new Followed(known, Course.PAST, false);
        }
        var suppressed = judged.suppressed().get(known.key());
        if (suppressed != null) {
            var left = with(known, latest(known), Optional.empty(), left(known.proposal(), suppressed.suppression()));
            return changed(known, left, Course.SUPPRESSED);
        }
        if (!judged.canTell(known.key())) {
            return new Followed(known, Course.CANNOT_TELL, false);
        }
        return changed(known, with(known, known.lastSeen(), Optional.of(now), known.proposal()), Course.RESOLVED);
    }

    /** What somebody decided to live with is not repaired behind his back. */
    private static Proposal left(Proposal proposal, Suppression suppression) {
        return switch (proposal) {
            case Proposal.Planned planned ->
                new Proposal.Refused(
                        planned.kind(), "it is suppressed until " + suppression.until() + ": " + suppression.reason());
            case Proposal.Refused refused -> refused;
            case Proposal.ByHand byHand -> byHand;
        };
    }

    private static Tracked with(Tracked known, Instant lastSeen, Optional<Instant> resolvedAt, Proposal proposal) {
        return new Tracked(
                known.key(),
                known.severity(),
                known.title(),
                known.said(),
                known.firstSeen(),
                lastSeen,
                resolvedAt,
                known.returns(),
                proposal);
    }

    /** A clock that stepped back does not make a finding older than it was. */
    private Instant latest(Tracked known) {
        return now.isAfter(known.lastSeen()) ? now : known.lastSeen();
    }

    private static Followed changed(Tracked before, Tracked after, Course course) {
        return new Followed(after, course, !before.equals(after));
    }
}
