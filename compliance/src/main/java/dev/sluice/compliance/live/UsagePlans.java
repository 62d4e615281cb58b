package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.ApiStage;
import software.amazon.awssdk.services.apigateway.model.ThrottleSettings;
import software.amazon.awssdk.services.apigateway.model.UsagePlan;

/**
 * Who may call how much: usage plans, and the keys that callers have, never a key's value. Which key is of which plan is not
 * read: the gateway tells it with the value.
 *
 * <p>A plan is {@code aws_api_gateway_usage_plan.NAME}, a key {@code aws_api_gateway_api_key.NAME}; where two have the same name,
 * each has its id behind it.
 */
record UsagePlans(Service service, ApiGatewayClient gateway, GatewayArns arns) {

    /** The most that the gateway lists at once. */
    private static final int PAGE = 500;

    private static final String PLANS = "/usageplans/";
    private static final String KEYS = "/apikeys/";

    /**
     * The plans.
     *
     * @throws dev.sluice.handlers.port.Unavailable when they could not be listed
     */
    Stream<Resource> plans(Scope scope, Tagged tagged) {
        var bearing = new HashSet<>(tagged.of("apigateway", PLANS));
        var plans = service
                .list(
                        "GetUsagePlans",
                        () -> gateway.getUsagePlansPaginator(request -> request.limit(PAGE))
                                .items())
                .stream()
                .filter(plan -> scope.names(plan.name()) || bearing.contains(plan.id()))
                .toList();
        var names = DistinctNames.of(plans, UsagePlan::name, UsagePlan::id);
        return plans.stream().map(plan -> plan(plan, names.of(plan)));
    }

    private Resource plan(UsagePlan plan, String name) {
        var described = LiveResource.of("aws_api_gateway_usage_plan", name)
                .text("name", plan.name())
                .text("id", plan.id())
                .text("arn", arns.of(PLANS + plan.id()))
                .set(
                        "api_stages",
                        new Value.Items(
                                plan.apiStages().stream().map(UsagePlans::stage).toList()))
                .tags(plan.tags());
        var limits = limits(plan.throttle());
        return (limits.isEmpty() ? described : described.set("throttle_settings", LiveResource.block(limits))).made();
    }

    private static Value stage(ApiStage stage) {
        var throttled = stage.throttle().entrySet().stream()
                .<Value>map(entry -> {
                    var members = new LinkedHashMap<String, Value>(limits(entry.getValue()));
                    members.put("path", Value.text(entry.getKey()));
                    return new Value.Fields(members);
                })
                .toList();
        return new Value.Fields(Map.of(
                "api_id",
                Value.text(stage.apiId()),
                "stage",
                Value.text(stage.stage()),
                "throttle",
                new Value.Items(throttled)));
    }

    private static Map<String, Value> limits(@Nullable ThrottleSettings settings) {
        var members = new LinkedHashMap<String, Value>();
        if (settings != null && settings.burstLimit() != null) {
            members.put("burst_limit", LiveResource.number(settings.burstLimit()));
        }
        if (settings != null && settings.rateLimit() != null) {
            members.put("rate_limit", LiveResource.number(settings.rateLimit()));
        }
        return members;
    }

    /**
     * The keys.
     *
     * @throws dev.sluice.handlers.port.Unavailable when they could not be listed
     */
    Stream<Resource> keys(Scope scope, Tagged tagged) {
        var bearing = new HashSet<>(tagged.of("apigateway", KEYS));
        var keys = service
                .list(
                        "GetApiKeys",
                        () -> gateway.getApiKeysPaginator(
                                        request -> request.includeValues(false).limit(PAGE))
                                .items())
                .stream()
                .filter(key -> scope.names(name(key)) || bearing.contains(key.id()))
                .toList();
        var names = DistinctNames.of(keys, UsagePlans::name, ApiKey::id);
        return keys.stream()
                .map(key -> LiveResource.of("aws_api_gateway_api_key", names.of(key))
                        .text("name", key.name())
                        .text("id", key.id())
                        .text("arn", arns.of(KEYS + key.id()))
                        .truth("enabled", key.enabled())
                        .tags(key.tags())
                        .made());
    }

    /** A key need not have a name. */
    private static String name(ApiKey key) {
        return key.name() == null ? key.id() : key.name();
    }
}
