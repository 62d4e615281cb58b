package dev.sluice.compliance.aws;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.compliance.repair.Mode;
import dev.sluice.compliance.repair.Outcome;
import dev.sluice.compliance.repair.Repair;
import java.time.Instant;
import java.util.Optional;

/** A repair as an item of the table. */
final class RepairItem {

    static final String OUTCOME = "outcome";
    static final String SAID = "said";
    static final String AT = "at";

    private static final String RULE = "rule";
    private static final String RESOURCE = "resource";
    private static final String SCAN = "scan";
    private static final String MODE = "mode";
    private static final String ASKED_BY = "askedBy";
    private static final String KIND = "repair";
    private static final String TARGET = "target";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private RepairItem() {}

    /** In the order of the scans; the mode is of it, since a scan may be told first and made later. */
    static String sort(FindingKey finding, Instant scan, Mode mode) {
        return FindingsTable.time(scan) + "#" + finding.id() + "#" + mode.word();
    }

    static Item write(Repair repair) {
        var item = Item.of(FindingsTable.REPAIR, sort(repair.finding(), repair.scan(), repair.mode()))
                .text(RULE, repair.finding().rule())
                .text(RESOURCE, repair.finding().resource())
                .time(SCAN, repair.scan())
                .text(MODE, repair.mode().word())
                .text(OUTCOME, repair.outcome().name())
                .text(SAID, repair.said())
                .time(AT, repair.at())
                .text(ASKED_BY, repair.askedBy());
        repair.planned()
                .ifPresent(planned -> item.text(KIND, planned.kind().name())
                        .text(TARGET, planned.target())
                        .text(BEFORE, planned.before())
                        .text(AFTER, planned.after()));
        return item;
    }

    static Repair read(Item item) {
        return new Repair(
                new FindingKey(item.text(RULE), item.text(RESOURCE)),
                item.time(SCAN),
                Mode.of(item.text(MODE)),
                planned(item),
                Outcome.valueOf(item.text(OUTCOME)),
                item.text(SAID),
                item.time(AT),
                item.text(ASKED_BY));
    }

    private static Optional<Planned> planned(Item item) {
        return item.findText(KIND)
                .map(kind ->
                        new Planned(RepairKind.valueOf(kind), item.text(TARGET), item.text(BEFORE), item.text(AFTER)));
    }
}
