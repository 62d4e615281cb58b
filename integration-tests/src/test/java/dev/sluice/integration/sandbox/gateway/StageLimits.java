package dev.sluice.integration.sandbox.gateway;

import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How each method of a stage is throttled (AWS, "Throttle requests to your REST APIs for better throughput in API Gateway":
 * API-level and stage-level throttling; a stage's own numbers are the default of each of its methods).
 *
 * @param byPath <code>*&#47;*</code>, or {@code webhook/POST} for one
 */
record StageLimits(Map<String, Throttle> byPath) {

    static StageLimits of(Deployment deployment, String api, String stage) {
        var byPath = new HashMap<String, Throttle>();
        deployment
                .of("aws_api_gateway_method_settings")
                .filter(each -> each.need("rest_api_id").equals(api)
                        && each.need("stage_name").equals(stage))
                .forEach(each -> Throttle.of(each, "throttling_rate_limit", "throttling_burst_limit", "settings", "0")
                        .ifPresent(throttle -> byPath.put(each.need("method_path"), throttle)));
        return new StageLimits(Map.copyOf(byPath));
    }

    /** What a method is held to. */
    Optional<Throttle> of(Method method) {
        var path = method.resource().substring(1) + "/" + method.verb();
        return Optional.ofNullable(byPath.get(path)).or(() -> Optional.ofNullable(byPath.get("*/*")));
    }
}
