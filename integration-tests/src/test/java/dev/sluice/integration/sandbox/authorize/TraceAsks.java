package dev.sluice.integration.sandbox.authorize;

import java.util.List;
import java.util.Optional;

/** X-Ray, whose rights to write are of no resource (AWS, "Actions, resources, and condition keys for AWS X-Ray"). */
final class TraceAsks implements Asks {

    @Override
    public Optional<List<Needed>> of(Operation operation) {
        return switch (operation.name()) {
            case "PutTraceSegments", "PutTelemetryRecords", "GetSamplingRules", "GetSamplingTargets" ->
                Optional.of(List.of(Needed.of(operation.action(), "*")));
            default -> Optional.empty();
        };
    }
}
