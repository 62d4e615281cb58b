package dev.sluice.compliance.telling;

import dev.sluice.compliance.finding.Followed;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.judging.Scan;
import dev.sluice.compliance.port.AlertLedger;
import dev.sluice.compliance.port.FindingAlert;
import dev.sluice.compliance.port.FindingTopic;
import dev.sluice.compliance.rule.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Tells people of what is new and of what came back, once each.
 *
 * <p>An alert is claimed before it is published and recorded behind that. What an earlier scan should have told and did not,
 * since it ended on the way, is told by the next one: an open finding is due until its alert is recorded.
 */
public final class Telling {

    /** So many people read in one go; the others wait for the next scan. */
    public static final int MOST = 100;

    private final AlertLedger ledger;
    private final FindingTopic topic;
    private final InstantSource clock;
    private final Duration claim;

    /**
     * Tells through a topic.
     *
     * @param claim how long an alert is held by who publishes it: longer than any scan lives
     */
    public Telling(AlertLedger ledger, FindingTopic topic, InstantSource clock, Duration claim) {
        this.ledger = ledger;
        this.topic = topic;
        this.clock = clock;
        this.claim = claim;
    }

    /**
     * What came of it.
     *
     * @param published how many alerts were published
     * @param waiting how many are left for the next scan
     */
    public record Told(int published, int waiting) {}

    /** Tells what is due of a scan whose findings are kept, the worst first. */
    public Told tell(Scan scan) {
        var due = due(scan);
        int published = 0;
        int waiting = 0;
        for (var alert : due) {
            if (published == MOST || !publish(alert)) {
                waiting++;
            } else {
                published++;
            }
        }
        return new Told(published, waiting);
    }

    private List<FindingAlert> due(Scan scan) {
        return scan.followed().stream()
                .filter(one -> one.course().isFound() && isDue(one))
                .map(Followed::tracked)
                .sorted(Tracked.GRAVEST_FIRST)
                .map(tracked -> alert(scan.environment(), tracked))
                .toList();
    }

    private boolean isDue(Followed one) {
        return one.course().isNews() || !ledger.isPublished(id(one.tracked()));
    }

    private boolean publish(FindingAlert alert) {
        var now = now();
        if (!ledger.claim(alert.alertId(), now, now.plus(claim))) {
            return false;
        }
        topic.publish(alert);
        ledger.published(alert.alertId(), now());
        return true;
    }

    private static FindingAlert alert(String environment, Tracked tracked) {
        var card = Rules.card(tracked.key().rule())
                .orElseThrow(() -> new IllegalStateException(
                        "no rule is called " + tracked.key().rule()));
        return new FindingAlert(
                id(tracked),
                environment,
                tracked.key().rule(),
                tracked.severity(),
                tracked.key().resource(),
                tracked.title(),
                tracked.said(),
                card.why(),
                card.remedy(),
                tracked.firstSeen(),
                tracked.returns());
    }

    /** Each occurrence has its own: what came back is told anew. */
    private static String id(Tracked tracked) {
        return tracked.key().id() + "#" + tracked.returns();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
