package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.HashSet;
import java.util.List;

/**
 * The REST API as it was deployed, with its one stage.
 *
 * @param id its id
 * @param name its name, as metrics have it
 * @param stage the stage's name: the first segment of every path
 * @param stageVariables the stage's variables; JSON's null where there are none
 * @param executionArn what ARNs of its methods begin with
 * @param account the account it is in
 * @param region the region it is in
 * @param routes its methods
 * @param responses what it answers by itself
 * @param binary which bodies are in base64
 * @param limits how its methods are throttled
 * @param keys the keys of clients
 * @param plans what clients may take
 */
record Api(
        String id,
        String name,
        String stage,
        JsonNode stageVariables,
        String executionArn,
        String account,
        String region,
        Routes routes,
        GatewayResponses responses,
        BinaryTypes binary,
        StageLimits limits,
        List<ApiKey> keys,
        List<UsagePlan> plans) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Api of(Deployment deployment) {
        var api = deployment.of("aws_api_gateway_rest_api").findFirst().orElseThrow();
        var id = api.need("id");
        var stage = deployment
                .of("aws_api_gateway_stage")
                .filter(each -> each.need("rest_api_id").equals(id))
                .findFirst()
                .orElseThrow();
        var openApi = read(api.need("body"));
        var binary = new HashSet<>(api.texts("binary_media_types"));
        openApi.path("x-amazon-apigateway-binary-media-types").forEach(type -> binary.add(type.asText()));
        return new Api(
                id,
                api.need("name"),
                stage.need("stage_name"),
                stage.at("variables").isObject() ? stage.at("variables") : NullNode.getInstance(),
                api.need("execution_arn"),
                deployment.account(),
                deployment.region(),
                new Routes(Method.of(openApi)),
                GatewayResponses.of(openApi.path("x-amazon-apigateway-gateway-responses")),
                new BinaryTypes(binary),
                StageLimits.of(deployment, id, stage.need("stage_name")),
                ApiKey.of(deployment),
                UsagePlan.of(deployment));
    }

    /** Where it is in AWS. */
    String domain() {
        return id + ".execute-api." + region + ".amazonaws.com";
    }

    /** The ARN that a function's policy is asked about. */
    String arn(Method method) {
        return executionArn + "/" + stage + "/" + method.verb() + method.resource();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the API's body is no JSON", e);
        }
    }
}
