package dev.sluice.infra.cost;

import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Metrics;
import dev.sluice.blueprint.Pipeline;
import java.util.List;
import java.util.Map;

/** Which metrics each function counts: CloudWatch charges a name under another function as another metric. */
final class Counted {

    static final Map<Function, List<String>> BY_FUNCTION = Map.of(
            Pipeline.VALIDATOR,
            List.of(Metrics.ACCEPTED, Metrics.REFUSED, Metrics.VERIFIED_BY_OLDER_SECRET, Metrics.UNAVAILABLE),
            Pipeline.PROCESSOR,
            List.of(Metrics.STORED, Metrics.DUPLICATES, Metrics.CONFLICTS, Metrics.NOT_STORED),
            Pipeline.ENRICHER,
            List.of(Metrics.ENRICHED, Metrics.ENRICHED_BEFORE, Metrics.NOT_ENRICHED, Metrics.FLAGGED),
            Pipeline.NOTIFIER,
            List.of(Metrics.ALERTS, Metrics.ALERTS_HELD, Metrics.NOT_TOLD),
            Pipeline.QUERY,
            List.of(Metrics.UNAVAILABLE),
            Compliance.SCANNER,
            List.of(
                    Metrics.SCANS,
                    Metrics.FINDINGS_TOLD,
                    Metrics.OPEN_ERRORS,
                    Metrics.OPEN_WARNINGS,
                    Metrics.OPEN_NOTES,
                    Metrics.RESOURCES,
                    Metrics.NOT_READ),
            Compliance.REMEDIATOR,
            List.of(Metrics.REPAIR_RUNS, Metrics.NOT_RUN, Metrics.REPAIRED, Metrics.REPAIRS_REFUSED));

    private Counted() {}

    static int by(Function function) {
        return BY_FUNCTION.getOrDefault(function, List.of()).size();
    }
}
