package dev.sluice.compliance.repair;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.Set;

/**
 * A function is configured to be traced. A published version cannot be changed, and none is published here: that would be a
 * deploy.
 */
final class Tracing implements Remedy {

    private static final String TRACING = "tracing_config";
    private static final String MODE = "mode";

    @Override
    public RepairKind kind() {
        return RepairKind.TRACING;
    }

    @Override
    public Set<String> rules() {
        return Set.of("lambda-not-traced");
    }

    @Override
    public Draft draft(Resource function, Cloud cloud, Norm norm) {
        return cloud.text(function, "function_name")
                .map(name -> new Draft.Change(
                        function,
                        Amended.with(function, TRACING, Amended.block(MODE, Value.text(Wording.ACTIVE))),
                        name,
                        cloud.text(function, TRACING, MODE).orElse(Wording.PASS_THROUGH),
                        Wording.ACTIVE))
                .map(Draft.Changes::of)
                .orElseGet(Draft.None::new);
    }
}
