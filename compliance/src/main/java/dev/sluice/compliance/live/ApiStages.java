package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigateway.model.AccessLogSettings;
import software.amazon.awssdk.services.apigateway.model.MethodSetting;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.apigateway.model.Stage;

/**
 * The stages of an API, and what is set for their methods.
 *
 * <p>A stage is {@code aws_api_gateway_stage.API-STAGE}, its settings {@code aws_api_gateway_method_settings.API-STAGE-PATH/METHOD},
 * where both of the latter may be a star.
 */
final class ApiStages {

    private ApiStages() {}

    /**
     * A stage with its settings.
     *
     * @param name what the API is called
     */
    static Stream<Resource> of(RestApi api, String name, Stage stage, GatewayArns arns) {
        var its = name + "-" + stage.stageName();
        return Stream.concat(
                Stream.of(stage(api, its, stage, arns)),
                stage.methodSettings().entrySet().stream()
                        .map(entry -> settings(api, its, stage, path(entry.getKey()), entry.getValue())));
    }

    private static Resource stage(RestApi api, String name, Stage stage, GatewayArns arns) {
        var described = LiveResource.of("aws_api_gateway_stage", name)
                .text("id", String.join("-", "ags", api.id(), stage.stageName()))
                .text("arn", arns.of("/restapis/" + api.id() + "/stages/" + stage.stageName()))
                .text("rest_api_id", api.id())
                .text("stage_name", stage.stageName())
                .text("deployment_id", stage.deploymentId())
                .truth("xray_tracing_enabled", stage.tracingEnabled())
                .truth("cache_cluster_enabled", stage.cacheClusterEnabled())
                .text("client_certificate_id", stage.clientCertificateId())
                .map("variables", stage.variables())
                .tags(stage.tags());
        return accessLog(described, stage.accessLogSettings()).made();
    }

    private static LiveResource accessLog(LiveResource stage, @Nullable AccessLogSettings settings) {
        if (settings == null || settings.destinationArn() == null) {
            return stage;
        }
        var members = new LinkedHashMap<String, Value>();
        members.put("destination_arn", Value.text(settings.destinationArn()));
        if (settings.format() != null) {
            members.put("format", Value.text(settings.format()));
        }
        return stage.set("access_log_settings", LiveResource.block(members));
    }

    /** A path and a method as Terraform has them; the gateway writes the slashes of the path as {@code ~1}. */
    private static String path(String key) {
        var plain = key.replace("~1", "/");
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    private static Resource settings(RestApi api, String name, Stage stage, String path, MethodSetting settings) {
        return LiveResource.of("aws_api_gateway_method_settings", name + "-" + path)
                .text("id", String.join("-", api.id(), stage.stageName(), path))
                .text("rest_api_id", api.id())
                .text("stage_name", stage.stageName())
                .text("method_path", path)
                .set("settings", LiveResource.block(said(settings)))
                .made();
    }

    private static Map<String, Value> said(MethodSetting settings) {
        var members = new LinkedHashMap<String, Value>();
        if (settings.throttlingBurstLimit() != null) {
            members.put("throttling_burst_limit", LiveResource.number(settings.throttlingBurstLimit()));
        }
        if (settings.throttlingRateLimit() != null) {
            members.put("throttling_rate_limit", LiveResource.number(settings.throttlingRateLimit()));
        }
        if (settings.metricsEnabled() != null) {
            members.put("metrics_enabled", new Value.Truth(settings.metricsEnabled()));
        }
        if (settings.dataTraceEnabled() != null) {
            members.put("data_trace_enabled", new Value.Truth(settings.dataTraceEnabled()));
        }
        if (settings.loggingLevel() != null) {
            members.put("logging_level", Value.text(settings.loggingLevel()));
        }
        return members;
    }
}
