package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.TextJson;
import java.util.Map;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** What API Gateway tells of an API, as Terraform's provider shows it. */
final class ApiDescribed {

    private ApiDescribed() {}

    static Resource api(RestApi api, String name, GatewayArns arns) {
        var described = LiveResource.of("aws_api_gateway_rest_api", name)
                .text("name", api.name())
                .text("id", api.id())
                .text("arn", arns.of("/restapis/" + api.id()))
                .text("description", api.description())
                .text("api_key_source", api.apiKeySourceAsString())
                .texts("binary_media_types", api.binaryMediaTypes())
                .truth("disable_execute_api_endpoint", api.disableExecuteApiEndpoint())
                .tags(api.tags());
        if (api.policy() != null) {
            described.text("policy", document(api.policy()));
        }
        if (api.endpointConfiguration() != null) {
            var types = new Value.Items(api.endpointConfiguration().typesAsStrings().stream()
                    .<Value>map(Value::text)
                    .toList());
            described.set("endpoint_configuration", LiveResource.block(Map.of("types", types)));
        }
        return described.made();
    }

    /** The gateway gives a policy back as what stands between the quotes of a JSON text. */
    private static String document(String policy) {
        return TextJson.read(Value.text(policy)).isPresent()
                ? policy
                : TextJson.read(Value.text("\"" + policy + "\""))
                        .flatMap(Value::asText)
                        .orElse(policy);
    }
}
