package dev.sluice.integration.sandbox.alarm;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import java.util.List;
import java.util.Map;

/**
 * The metrics that a function counts itself, all by the one dimension {@code function}.
 *
 * @param function its name in the blueprint
 * @param namespace where it was told to count
 */
record OwnMetrics(String function, String namespace) {

    /** Those of a function that was deployed. */
    static OwnMetrics of(Function counting, DeployedFunction function) {
        return new OwnMetrics(
                counting.name(), function.variables().getOrDefault(Pipeline.METRICS.environmentVariable(), ""));
    }

    Reading once(String metric) {
        return reading(metric, List.of(), List.of(1.0));
    }

    Reading reading(String metric, List<Double> well, List<Double> troubled) {
        return new Reading(namespace, metric, List.of(dimensions()), well, troubled);
    }

    Map<String, String> dimensions() {
        return Map.of("function", function);
    }
}
