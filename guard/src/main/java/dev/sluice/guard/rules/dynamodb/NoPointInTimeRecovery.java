package dev.sluice.guard.rules.dynamodb;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A table that cannot be set back to how it was. */
public final class NoPointInTimeRecovery implements Rule {

    private static final Card CARD = new Card(
            "dynamodb-no-point-in-time-recovery",
            Severity.WARNING,
            "A table has no point-in-time recovery",
            "A deploy or a query that deletes or overwrites the wrong items cannot be undone.",
            "Add point_in_time_recovery { enabled = true } to the table.",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_dynamodb_table").stream()
                .filter(table -> !LockTables.isOne(cloud, table))
                .flatMap(table -> found(cloud, table));
    }

    private Stream<Finding> found(Cloud cloud, Resource table) {
        var enabled = cloud.written(table, "point_in_time_recovery", "enabled");
        if (enabled.isAbsent()) {
            return Stream.of(broken(table, "it says nothing of point-in-time recovery, which is then off"));
        }
        return enabled.asTruth()
                .map(on -> on
                        ? Stream.<Finding>empty()
                        : Stream.of(broken(table, "its point-in-time recovery is switched off")))
                .orElseGet(() -> Stream.of(
                        cannotTell(table, "whether it has point-in-time recovery is not known before a deploy")));
    }
}
