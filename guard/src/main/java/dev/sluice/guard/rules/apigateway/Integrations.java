package dev.sluice.guard.rules.apigateway;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.stream.Stream;

/** What the gateway's methods and routes call, be it from resources of their own or from an OpenAPI document. */
final class Integrations {

    /**
     * One of them.
     *
     * @param by the resource that says it
     * @param operation the operation in its document; empty where the resource is the integration itself
     * @param rest whether it is one of a REST API
     * @param type {@code AWS_PROXY}, {@code MOCK}; in small letters in a document
     * @param uri what is called
     * @param credentials as whom
     */
    record Integration(Resource by, String operation, boolean rest, Value type, Value uri, Value credentials) {

        /** Whether it is of one of these types, in capitals. */
        boolean isOf(String... types) {
            var own = type.asText().orElse("");
            return Stream.of(types).anyMatch(own::equalsIgnoreCase);
        }

        /** Its operation, to begin a sentence with. */
        String start() {
            return operation.isEmpty() ? "" : operation + ": ";
        }
    }

    private Integrations() {}

    static Stream<Integration> of(Cloud cloud) {
        var rest = cloud.of("aws_api_gateway_integration").stream()
                .map(by -> new Integration(by, "", true, cloud.at(by, "type"), by.at("uri"), by.at("credentials")));
        var v2 = cloud.of("aws_apigatewayv2_integration").stream()
                .map(by -> new Integration(
                        by,
                        "",
                        false,
                        cloud.at(by, "integration_type"),
                        by.at("integration_uri"),
                        by.at("credentials_arn")));
        return Stream.concat(
                Stream.concat(rest, v2), cloud.apis().all().stream().flatMap(api -> of(cloud, api)));
    }

    private static Stream<Integration> of(Cloud cloud, Resource api) {
        boolean rest = api.type().equals("aws_api_gateway_rest_api");
        return cloud.apis().operations(api).stream()
                .filter(operation -> !operation.integration().isAbsent())
                .map(operation -> new Integration(
                        api,
                        operation.toString(),
                        rest,
                        operation.integration().at("type"),
                        operation.integration().at("uri"),
                        operation.integration().at("credentials")));
    }
}
