package dev.sluice.compliance.repair;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * A function's log group keeps its lines for as long as the norm says. What is older goes, as it would have gone before the
 * retention was taken away.
 *
 * <p>A group that is not there is not made: it would lack its key, and stand in the way of the next deploy.
 */
final class RetentionOfLogs implements Remedy {

    private static final String RETENTION = "retention_in_days";

    @Override
    public RepairKind kind() {
        return RepairKind.LOG_RETENTION;
    }

    @Override
    public Set<String> rules() {
        return Set.of("lambda-no-log-retention");
    }

    @Override
    public Draft draft(Resource function, Cloud cloud, Norm norm) {
        return cloud.logGroups()
                .of(function)
                .flatMap(group -> cloud.text(group, "name").map(name -> change(group, name, cloud, norm)))
                .map(Draft.Changes::of)
                .orElseGet(Draft.None::new);
    }

    private static Draft.Change change(Resource group, String name, Cloud cloud, Norm norm) {
        return new Draft.Change(
                group,
                Amended.with(group, RETENTION, Value.number(norm.logDays())),
                name,
                Wording.days(cloud.number(group, RETENTION).map(BigDecimal::intValue)),
                Wording.days(Optional.of(norm.logDays())));
    }
}
