package dev.sluice.integration.sandbox.gateway;

import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.Stated;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What clients may take of which stages (AWS, "Usage plans and API keys for REST APIs").
 *
 * @param id its id
 * @param keys the ids of its clients' keys
 * @param stages {@code API:STAGE} for each
 * @param throttle for each of its clients
 * @param quota for each of its clients
 */
record UsagePlan(String id, Set<String> keys, Set<String> stages, Optional<Throttle> throttle, Optional<Quota> quota) {

    static List<UsagePlan> of(Deployment deployment) {
        return deployment
                .of("aws_api_gateway_usage_plan")
                .map(plan -> of(deployment, plan))
                .toList();
    }

    private static UsagePlan of(Deployment deployment, Stated plan) {
        var id = plan.need("id");
        var stages = new HashSet<String>();
        plan.at("api_stages").forEach(each -> {
            if (!each.path("throttle").isEmpty()) {
                throw new IllegalStateException(plan.address() + " throttles single methods; that is not served here");
            }
            stages.add(each.path("api_id").asText() + ":" + each.path("stage").asText());
        });
        return new UsagePlan(
                id,
                deployment
                        .of("aws_api_gateway_usage_plan_key")
                        .filter(key -> key.need("usage_plan_id").equals(id))
                        .map(key -> key.need("key_id"))
                        .collect(Collectors.toSet()),
                Set.copyOf(stages),
                Throttle.of(plan, "rate_limit", "burst_limit", "throttle_settings", "0"),
                Quota.of(plan));
    }

    /** Whether it lets a key use a stage. */
    boolean covers(ApiKey key, Api api) {
        return keys.contains(key.id()) && stages.contains(api.id() + ":" + api.stage());
    }
}
