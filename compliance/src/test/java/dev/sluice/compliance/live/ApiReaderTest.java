package dev.sluice.compliance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.handlers.port.Unavailable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiStage;
import software.amazon.awssdk.services.apigateway.model.GetApiKeysRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApisRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;
import software.amazon.awssdk.services.apigateway.model.GetStagesResponse;
import software.amazon.awssdk.services.apigateway.model.MethodSetting;
import software.amazon.awssdk.services.apigateway.model.PutMode;

class ApiReaderTest {

    private static final Tagged NOTHING = new Tagged(List.of());
    private static final String URI = "arn:aws:apigateway:eu-west-2:lambda:path/2015-03-31/functions/"
            + "arn:aws:lambda:eu-west-2:123456789012:function:orders:live/invocations";

    private final ApiGatewayClient gateway = Staged.clients().made(ApiGatewayClient.builder());
    private final Unread unread = new Unread();

    @Test
    void anApiSaysWhoMayCallWhatAndHowMuch() {
        var api = gateway.createRestApi(request -> request.name("sluice-api-apis-all")
                        .policy("{\"Statement\":[]}")
                        .tags(Map.of("Project", "sluice")))
                .id();
        importDocument(api);
        var deployment =
                gateway.createDeployment(request -> request.restApiId(api)).id();
        gateway.createStage(request ->
                request.restApiId(api).stageName("v1").deploymentId(deployment).tracingEnabled(true));
        var limited = Staged.client(ApiGatewayClient.class, gateway, "getStages", (request, real) -> {
            // Settings are changed by PATCH, which the client of these tests does not speak.
            var stage = ((GetStagesResponse) real.apply(request)).item().getFirst();
            var settings = MethodSetting.builder().throttlingRateLimit(0.5).throttlingBurstLimit(7);
            return GetStagesResponse.builder()
                    .item(stage.toBuilder()
                            .methodSettings(Map.of("*/*", settings.build(), "~1orders/GET", settings.build()))
                            .build())
                    .build();
        });

        var read = read(new ApiReader(limited), "apis-all", NOTHING);

        var itself = of(read, "aws_api_gateway_rest_api.sluice-api-apis-all");
        assertThat(itself.at("id")).isEqualTo(Value.text(api));
        assertThat(itself.at("arn")).isEqualTo(Value.text("arn:aws:apigateway:eu-west-2::/restapis/" + api));
        assertThat(itself.at("policy")).isEqualTo(Value.text("{\"Statement\":[]}"));
        assertThat(itself.at("tags", "Project")).isEqualTo(Value.text("sluice"));
        assertThat(itself.at("body").isAbsent()).isTrue();
        var path = of(read, "aws_api_gateway_resource.sluice-api-apis-all/orders");
        var keyed = of(read, "aws_api_gateway_method.sluice-api-apis-all-POST/orders");
        assertThat(keyed.at("resource_id")).isEqualTo(path.at("id"));
        assertThat(keyed.at("authorization")).isEqualTo(Value.text("NONE"));
        assertThat(keyed.at("api_key_required").asTruth()).contains(true);
        var signed = of(read, "aws_api_gateway_method.sluice-api-apis-all-GET/orders");
        assertThat(signed.at("authorization")).isEqualTo(Value.text("AWS_IAM"));
        assertThat(of(read, "aws_api_gateway_integration.sluice-api-apis-all-POST/orders")
                        .at("uri"))
                .isEqualTo(Value.text(URI));
        assertThat(of(read, "aws_api_gateway_integration.sluice-api-apis-all-ANY/orders")
                        .at("type"))
                .isEqualTo(Value.text("MOCK"));
        var stage = of(read, "aws_api_gateway_stage.sluice-api-apis-all-v1");
        assertThat(stage.at("id")).isEqualTo(Value.text("ags-" + api + "-v1"));
        assertThat(stage.at("xray_tracing_enabled").asTruth()).contains(true);
        assertThat(stage.at("access_log_settings").isAbsent()).isTrue();
        var settings = of(read, "aws_api_gateway_method_settings.sluice-api-apis-all-v1-*/*");
        assertThat(settings.at("settings", "throttling_rate_limit").asText()).contains("0.5");
        assertThat(settings.at("settings", "throttling_burst_limit")).isEqualTo(Value.number(7));
        assertThat(of(read, "aws_api_gateway_method_settings.sluice-api-apis-all-v1-orders/GET")
                        .at("method_path"))
                .isEqualTo(Value.text("orders/GET"));
        assertThat(unread.all()).isEmpty();
    }

    @Test
    void aPlanSaysWhatItLimitsAndAKeyNeverItsValue() {
        gateway.createUsagePlan(request -> request.name("sluice-client-apis-plans")
                .apiStages(ApiStage.builder().apiId("a1b2c3").stage("v1").build())
                .throttle(limits -> limits.burstLimit(100).rateLimit(50.0)));
        gateway.createApiKey(request -> request.name("sluice-client-apis-plans")
                .value("a-value-that-nobody-is-to-read")
                .enabled(true));
        var asked = Staged.client(ApiGatewayClient.class, gateway, "getApiKeys", (request, real) -> {
            assertThat(((GetApiKeysRequest) request).includeValues()).isFalse();
            return real.apply(request);
        });

        var read = read(new ApiReader(asked), "apis-plans", NOTHING);

        var plan = of(read, "aws_api_gateway_usage_plan.sluice-client-apis-plans");
        assertThat(plan.at("throttle_settings", "burst_limit")).isEqualTo(Value.number(100));
        assertThat(plan.at("throttle_settings", "rate_limit")).isEqualTo(Value.number(50));
        assertThat(plan.at("api_stages", "stage")).isEqualTo(Value.text("v1"));
        assertThat(plan.at("api_stages", "throttle").each()).isEmpty();
        var key = of(read, "aws_api_gateway_api_key.sluice-client-apis-plans");
        assertThat(key.at("enabled").asTruth()).contains(true);
        assertThat(key.attributes().toString()).doesNotContain("nobody");
    }

    @Test
    void everyPageOfTheListIsRead() {
        List.of("a", "b", "c", "d", "e").forEach(name -> api("sluice-" + name + "-apis-paged"));
        var inTwo = Staged.client(ApiGatewayClient.class, gateway, "getRestApis", (request, real) -> {
            var all = ((GetRestApisResponse) real.apply(request)).items();
            return ((GetRestApisRequest) request).position() == null
                    ? GetRestApisResponse.builder()
                            .items(all.subList(0, 2))
                            .position("more")
                            .build()
                    : GetRestApisResponse.builder()
                            .items(all.subList(2, all.size()))
                            .build();
        });

        assertThat(read(new ApiReader(inTwo), "apis-paged", NOTHING)).hasSize(5);
    }

    @Test
    void twoOfTheSameNameAreToldApartByTheirIds() {
        var one = api("sluice-twin-apis-twins");
        var other = api("sluice-twin-apis-twins");

        assertThat(read(new ApiReader(gateway), "apis-twins", NOTHING))
                .extracting(Resource::name)
                .containsExactlyInAnyOrder("sluice-twin-apis-twins-" + one, "sluice-twin-apis-twins-" + other);
    }

    @Test
    void whatBearsTheTagsIsReadWhateverItIsCalledAndOnceOnly() {
        var own = "arn:aws:apigateway:eu-west-2::/restapis/" + api("sluice-mine-apis-tagged");
        var byStage = "arn:aws:apigateway:eu-west-2::/restapis/" + api("called-otherwise") + "/stages/v1";

        assertThat(read(new ApiReader(gateway), "apis-tagged", new Tagged(List.of(own, own + "/stages/v1", byStage))))
                .extracting(Resource::name)
                .containsExactlyInAnyOrder("sluice-mine-apis-tagged", "called-otherwise");
    }

    @Test
    void anApiThatIsDeletedWhileItIsReadIsNotThere() {
        var api = api("sluice-brief-apis-gone");
        var deleting = Staged.client(
                ApiGatewayClient.class,
                gateway,
                "getResources",
                Staged.after(() -> gateway.deleteRestApi(request -> request.restApiId(api))));

        assertThat(read(new ApiReader(deleting), "apis-gone", NOTHING)).isEmpty();
        assertThat(unread.all()).isEmpty();
    }

    @Test
    void withoutTheListOfAnApisMethodsNothingCanBeSaid() {
        api("sluice-shut-apis-refused");
        var refusing = Staged.client(ApiGatewayClient.class, gateway, "getResources", Staged.refuses());

        assertThatThrownBy(() -> read(new ApiReader(refusing), "apis-refused", NOTHING))
                .isInstanceOf(Unavailable.class)
                .hasMessage("apigateway:GetResources: AccessDenied");
    }

    private String api(String name) {
        return gateway.createRestApi(request -> request.name(name)).id();
    }

    private void importDocument(String api) {
        var document = """
                {"openapi": "3.0.3", "info": {"title": "sluice-api-apis-all", "version": "1"},
                 "paths": {"/orders": {
                   "post": {"security": [{"key": []}], "responses": {},
                            "x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST", "uri": "%1$s"}},
                   "get": {"security": [{"signed": []}], "responses": {},
                           "x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST", "uri": "%1$s"}},
                   "x-amazon-apigateway-any-method": {"responses": {},
                           "x-amazon-apigateway-integration": {"type": "mock"}}}},
                 "components": {"securitySchemes": {
                   "key": {"type": "apiKey", "name": "x-api-key", "in": "header"},
                   "signed": {"type": "apiKey", "name": "Authorization", "in": "header",
                              "x-amazon-apigateway-authtype": "awsSigv4"}}}}
                """.formatted(URI);
        gateway.putRestApi(
                request -> request.restApiId(api).mode(PutMode.OVERWRITE).body(SdkBytes.fromUtf8String(document)));
    }

    private static Resource of(List<Resource> all, String address) {
        return all.stream()
                .filter(each -> each.address().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError(address + " is not among " + all));
    }

    private List<Resource> read(ApiReader reader, String suffix, Tagged tagged) {
        return reader.read(Staged.scope(suffix), tagged, unread);
    }
}
