package dev.sluice.infra.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The document that the gateway imports. */
class ApiBodyTest {

    private final JsonNode body = read(ApiBody.of("sluice-api-it", Map.of("validator", "arn:v", "query", "arn:q")));

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @Test
    void everyMethodIsHandedToItsFunctionWholeByItsInvokeArnAndWithoutCredentials() {
        var webhook = body.at("/paths/~1webhook~1{source}/post/x-amazon-apigateway-integration");
        assertThat(webhook.get("type").asText()).isEqualTo("aws_proxy");
        assertThat(webhook.get("httpMethod").asText()).isEqualTo("POST");
        assertThat(webhook.get("uri").asText()).isEqualTo("arn:v");
        assertThat(webhook.has("credentials")).isFalse();
        assertThat(body.at("/paths/~1accounts~1{accountId}~1transactions/get/x-amazon-apigateway-integration/uri")
                        .asText())
                .isEqualTo("arn:q");
    }

    @Test
    void sendersNeedAKeyAndOperatorsAreWhoIamSays() {
        assertThat(body.at("/paths/~1webhook/post/security/0").has("apiKey")).isTrue();
        assertThat(body.at("/components/securitySchemes/apiKey/name").asText()).isEqualTo("x-api-key");
        assertThat(body.at("/paths/~1transactions~1{id}/get/security/0").has("operator"))
                .isTrue();
        assertThat(body.at("/components/securitySchemes/operator/x-amazon-apigateway-authtype")
                        .asText())
                .isEqualTo("awsSigv4");
    }

    @Test
    void theGatewayValidatesNothingSoThatTheFunctionNamesEveryViolation() {
        assertThat(body.toString())
                .doesNotContain("x-amazon-apigateway-request-validator")
                .doesNotContain("$ref");
        assertThat(body.at("/paths/~1webhook/post/parameters"))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.get("required").asBoolean()).isFalse());
        assertThat(body.at("/paths/~1webhook~1{source}/post/parameters"))
                .anySatisfy(p -> assertThat(p.get("required").asBoolean()).isTrue());
    }

    @Test
    void aMethodThatAPathHasNotIsAnswered405WithThoseItHas() {
        assertThat(body.get("paths")).isNotEmpty().allSatisfy(path -> {
            var answer = path.at("/x-amazon-apigateway-any-method/x-amazon-apigateway-integration/responses/default");
            assertThat(answer.get("statusCode").asText()).isEqualTo("405");
            assertThat(answer.at("/responseParameters/method.response.header.Allow")
                            .asText())
                    .isEqualTo(path.has("post") ? "'POST'" : "'GET'");
            assertThat(read(answer.at("/responseTemplates/application~1json").asText())
                            .get("status")
                            .asInt())
                    .isEqualTo(405);
        });
    }

    @Test
    void theGatewaysOwnAnswersAreProblemDocumentsOfTheirStatus() {
        assertThat(body.get("x-amazon-apigateway-gateway-responses"))
                .hasSizeGreaterThan(15)
                .allSatisfy(answer -> {
                    var problem = read(
                            answer.at("/responseTemplates/application~1json").asText());
                    assertThat(problem.get("status").asInt())
                            .isEqualTo(answer.get("statusCode").asInt());
                    assertThat(problem.get("correlationId").asText()).isEqualTo("$context.requestId");
                    assertThat(answer.at("/responseParameters/gatewayresponse.header.Content-Type")
                                    .asText())
                            .isEqualTo("'application/problem+json'");
                });
        var responses = body.get("x-amazon-apigateway-gateway-responses");
        assertThat(responses.at("/INVALID_API_KEY/statusCode").asInt()).isEqualTo(403);
        assertThat(responses.at("/MISSING_AUTHENTICATION_TOKEN/statusCode").asInt())
                .isEqualTo(404);
        assertThat(responses.at("/THROTTLED/statusCode").asInt()).isEqualTo(429);
        assertThat(responses.at("/INTEGRATION_FAILURE/responseParameters").has("gatewayresponse.header.Retry-After"))
                .isTrue();
    }

    @Test
    void aFunctionOfTheContractWithoutARouteIsAnError() {
        assertThatThrownBy(() -> ApiBody.of("x", Map.of("validator", "arn:v")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the contract names the function 'query', which has no route");
    }
}
