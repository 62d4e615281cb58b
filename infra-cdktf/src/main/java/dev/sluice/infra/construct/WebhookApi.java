package dev.sluice.infra.construct;

import com.hashicorp.cdktf.Fn;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.api_gateway_api_key.ApiGatewayApiKey;
import com.hashicorp.cdktf.providers.aws.api_gateway_deployment.ApiGatewayDeployment;
import com.hashicorp.cdktf.providers.aws.api_gateway_method_settings.ApiGatewayMethodSettings;
import com.hashicorp.cdktf.providers.aws.api_gateway_method_settings.ApiGatewayMethodSettingsSettings;
import com.hashicorp.cdktf.providers.aws.api_gateway_rest_api.ApiGatewayRestApi;
import com.hashicorp.cdktf.providers.aws.api_gateway_rest_api.ApiGatewayRestApiEndpointConfiguration;
import com.hashicorp.cdktf.providers.aws.api_gateway_stage.ApiGatewayStage;
import com.hashicorp.cdktf.providers.aws.api_gateway_stage.ApiGatewayStageAccessLogSettings;
import com.hashicorp.cdktf.providers.aws.api_gateway_usage_plan.ApiGatewayUsagePlan;
import com.hashicorp.cdktf.providers.aws.api_gateway_usage_plan.ApiGatewayUsagePlanApiStages;
import com.hashicorp.cdktf.providers.aws.api_gateway_usage_plan.ApiGatewayUsagePlanThrottleSettings;
import com.hashicorp.cdktf.providers.aws.api_gateway_usage_plan_key.ApiGatewayUsagePlanKey;
import com.hashicorp.cdktf.providers.aws.lambda_permission.LambdaPermission;
import dev.sluice.blueprint.Trigger;
import dev.sluice.infra.api.AccessLog;
import dev.sluice.infra.api.ApiBody;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.constructs.Construct;

/** The REST API with the functions behind it, and what each client of it may take. */
public final class WebhookApi extends Construct {

    /** The one stage: the first part of every path, and the version of what it promises. */
    static final String STAGE = "v1";

    private static final String ADDRESS = "api";

    private final Settings settings;
    private final ApiGatewayRestApi api;
    private final ApiGatewayStage stage;
    private final Map<String, String> keyIds = new LinkedHashMap<>();

    WebhookApi(Construct scope, String id, List<FunctionComponent> functions, Settings settings, StackKey key) {
        super(scope, id);
        this.settings = settings;
        var name = name(settings);
        var routed = functions.stream().filter(f -> !routes(f).isEmpty()).toList();
        api = Address.keep(
                ADDRESS,
                ApiGatewayRestApi.Builder.create(this, "rest")
                        .name(name)
                        .description("Takes payment transactions in, and answers what is known of them")
                        .body(ApiBody.of(
                                name,
                                routed.stream()
                                        .collect(Collectors.toMap(
                                                f -> f.function().name(), FunctionComponent::invokeArn))))
                        // Every body comes to the function as the bytes that were signed.
                        .binaryMediaTypes(List.of("*/*"))
                        .endpointConfiguration(ApiGatewayRestApiEndpointConfiguration.builder()
                                .types(List.of("REGIONAL"))
                                .build())
                        .build());
        List<ITerraformDependable> permissions = new ArrayList<>();
        routed.forEach(function -> routes(function).forEach(route -> permissions.add(permit(function, route))));
        var deployment = Address.keep(
                ADDRESS,
                ApiGatewayDeployment.Builder.create(this, "deployment")
                        .restApiId(api.getId())
                        .triggers(Map.of("body", Fn.sha256(api.getBody())))
                        .lifecycle(TerraformResourceLifecycle.builder()
                                .createBeforeDestroy(true)
                                .build())
                        .dependsOn(permissions)
                        .build());
        var stageBuilder = ApiGatewayStage.Builder.create(this, "stage")
                .restApiId(api.getId())
                .deploymentId(deployment.getId())
                .stageName(STAGE)
                .xrayTracingEnabled(true);
        if (settings.get(Options.ACCESS_LOGS)) {
            stageBuilder.accessLogSettings(ApiGatewayStageAccessLogSettings.builder()
                    .destinationArn(LogGroup.of(this, ADDRESS, LogGroup.apiLogs(name), settings, key)
                            .getArn())
                    .format(AccessLog.FORMAT)
                    .build());
        }
        stage = Address.keep(ADDRESS, stageBuilder.build());
        Address.keep(
                ADDRESS,
                ApiGatewayMethodSettings.Builder.create(this, "limits")
                        .restApiId(api.getId())
                        .stageName(stage.getStageName())
                        .methodPath("*/*")
                        .settings(ApiGatewayMethodSettingsSettings.builder()
                                .throttlingRateLimit(settings.get(Options.API_RATE))
                                .throttlingBurstLimit(settings.get(Options.API_BURST))
                                // The gateway's own log would hold bodies and headers.
                                .loggingLevel("OFF")
                                .dataTraceEnabled(false)
                                .metricsEnabled(false)
                                .build())
                        .build());
        settings.get(Options.CLIENTS).forEach(this::admit);
    }

    static String name(Settings settings) {
        return settings.nameOf(ADDRESS);
    }

    String id() {
        return api.getId();
    }

    String url() {
        return stage.getInvokeUrl();
    }

    /** The id of each client's API key; its value is asked of the gateway with it. */
    Map<String, String> keyIds() {
        return new LinkedHashMap<>(keyIds);
    }

    private static List<Trigger.Route> routes(FunctionComponent component) {
        return component.function().triggers().stream()
                .filter(Trigger.Route.class::isInstance)
                .map(Trigger.Route.class::cast)
                .toList();
    }

    /** Lets this API's stage call the function for that route, and nothing else of the gateway. */
    private LambdaPermission permit(FunctionComponent function, Trigger.Route route) {
        var path = route.path().replaceAll("\\{[^}]*}", "*");
        var words =
                (route.method() + route.path()).replaceAll("[^A-Za-z]+", "-").replaceAll("-$", "");
        return Address.keep(
                function.function().name() + "-" + words.toLowerCase(Locale.ROOT),
                LambdaPermission.Builder.create(this, function.function().name() + "-" + words)
                        .statementIdPrefix("api-")
                        .action("lambda:InvokeFunction")
                        .functionName(function.name())
                        .qualifier(function.qualifier())
                        .principal("apigateway.amazonaws.com")
                        .sourceArn(api.getExecutionArn() + "/" + STAGE + "/" + route.method() + path)
                        .lifecycle(TerraformResourceLifecycle.builder()
                                .createBeforeDestroy(true)
                                .build())
                        .build());
    }

    private void admit(String client) {
        var address = "client-" + client;
        var key = Address.keep(
                address,
                ApiGatewayApiKey.Builder.create(this, "key-" + client)
                        .name(settings.nameOf(address))
                        .description("Meters the client " + client + "; it authenticates nobody")
                        .build());
        var plan = Address.keep(
                address,
                ApiGatewayUsagePlan.Builder.create(this, "plan-" + client)
                        .name(settings.nameOf(address))
                        .description("What the client " + client + " may take")
                        .apiStages(List.of(ApiGatewayUsagePlanApiStages.builder()
                                .apiId(api.getId())
                                .stage(stage.getStageName())
                                .build()))
                        .throttleSettings(ApiGatewayUsagePlanThrottleSettings.builder()
                                .rateLimit(settings.get(Options.CLIENT_RATE))
                                .burstLimit(settings.get(Options.CLIENT_BURST))
                                .build())
                        .build());
        Address.keep(
                address,
                ApiGatewayUsagePlanKey.Builder.create(this, "admission-" + client)
                        .keyId(key.getId())
                        .keyType("API_KEY")
                        .usagePlanId(plan.getId())
                        .build());
        keyIds.put(client, key.getId());
    }
}
