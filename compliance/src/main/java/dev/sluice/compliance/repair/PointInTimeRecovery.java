package dev.sluice.compliance.repair;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.Set;

/** A table can be set back to any second from now on; what was before it was off stays lost. */
final class PointInTimeRecovery implements Remedy {

    private static final String RECOVERY = "point_in_time_recovery";
    private static final String ENABLED = "enabled";

    @Override
    public RepairKind kind() {
        return RepairKind.POINT_IN_TIME_RECOVERY;
    }

    @Override
    public Set<String> rules() {
        return Set.of("dynamodb-no-point-in-time-recovery");
    }

    @Override
    public Draft draft(Resource table, Cloud cloud, Norm norm) {
        return cloud.text(table, "arn")
                .map(arn -> new Draft.Change(
                        table,
                        Amended.with(table, RECOVERY, Amended.block(ENABLED, new Value.Truth(true))),
                        arn,
                        Wording.switched(cloud.truth(table, RECOVERY, ENABLED).orElse(false)),
                        Wording.ON))
                .map(Draft.Changes::of)
                .orElseGet(Draft.None::new);
    }
}
