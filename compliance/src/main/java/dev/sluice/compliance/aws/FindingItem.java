package dev.sluice.compliance.aws;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.guard.rule.Severity;
import java.time.Instant;

/** A finding as an item of the table. */
final class FindingItem {

    private static final String RULE = "rule";
    private static final String RESOURCE = "resource";
    private static final String SEVERITY = "severity";
    private static final String TITLE = "title";
    private static final String SAID = "said";
    private static final String FIRST_SEEN = "firstSeen";
    private static final String LAST_SEEN = "lastSeen";
    private static final String RESOLVED_AT = "resolvedAt";
    private static final String RETURNS = "returns";
    private static final String PROPOSAL = "proposal";
    private static final String REPAIR = "repair";
    private static final String TARGET = "target";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String REASON = "reason";

    private static final String PLANNED = "planned";
    private static final String REFUSED = "refused";
    private static final String BY_HAND = "by-hand";

    private FindingItem() {}

    static Item write(Tracked tracked) {
        var item = Item.of(FindingsTable.FINDING, tracked.key().id())
                .text(RULE, tracked.key().rule())
                .text(RESOURCE, tracked.key().resource())
                .text(SEVERITY, tracked.severity().name())
                .text(TITLE, tracked.title())
                .text(SAID, tracked.said())
                .time(FIRST_SEEN, tracked.firstSeen())
                .time(LAST_SEEN, tracked.lastSeen())
                .number(RETURNS, tracked.returns());
        tracked.resolvedAt().ifPresent(at -> item.time(RESOLVED_AT, at));
        return switch (tracked.proposal()) {
            case Proposal.Planned(var kind, var target, var before, var after) ->
                item.text(PROPOSAL, PLANNED)
                        .text(REPAIR, kind.name())
                        .text(TARGET, target)
                        .text(BEFORE, before)
                        .text(AFTER, after);
            case Proposal.Refused(var kind, var reason) ->
                item.text(PROPOSAL, REFUSED).text(REPAIR, kind.name()).text(REASON, reason);
            case Proposal.ByHand() -> item.text(PROPOSAL, BY_HAND);
        };
    }

    static Tracked read(Item item) {
        return new Tracked(
                new FindingKey(item.text(RULE), item.text(RESOURCE)),
                Severity.valueOf(item.text(SEVERITY)),
                item.text(TITLE),
                item.text(SAID),
                item.time(FIRST_SEEN),
                item.time(LAST_SEEN),
                item.findText(RESOLVED_AT).map(Instant::parse),
                item.number(RETURNS),
                proposal(item));
    }

    private static Proposal proposal(Item item) {
        return switch (item.text(PROPOSAL)) {
            case PLANNED ->
                new Proposal.Planned(
                        RepairKind.valueOf(item.text(REPAIR)), item.text(TARGET), item.text(BEFORE), item.text(AFTER));
            case REFUSED -> new Proposal.Refused(RepairKind.valueOf(item.text(REPAIR)), item.text(REASON));
            case BY_HAND -> new Proposal.ByHand();
            default -> throw new IllegalStateException("a finding has no proposal of that kind");
        };
    }
}
