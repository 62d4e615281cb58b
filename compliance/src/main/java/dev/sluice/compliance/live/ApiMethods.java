package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/**
 * The paths of an API, and who may call what behind them.
 *
 * <p>A path is {@code aws_api_gateway_resource.API/PATH}, a method and its integration {@code aws_api_gateway_method.API-GET/PATH}
 * and {@code aws_api_gateway_integration.API-GET/PATH}.
 */
final class ApiMethods {

    private ApiMethods() {}

    /**
     * A path with its methods; the root, which every API has and Terraform does not show, is told by its methods alone.
     *
     * @param name what the API is called
     */
    static Stream<Resource> of(
            RestApi api, String name, software.amazon.awssdk.services.apigateway.model.Resource path) {
        var itself = path.pathPart() == null
                ? Stream.<Resource>empty()
                : Stream.of(LiveResource.of("aws_api_gateway_resource", name + path.path())
                        .text("id", path.id())
                        .text("rest_api_id", api.id())
                        .text("parent_id", path.parentId())
                        .text("path_part", path.pathPart())
                        .text("path", path.path())
                        .made());
        var methods = path.resourceMethods().entrySet().stream().flatMap(entry -> {
            var place = new Place(api.id(), path.id(), entry.getKey(), name + "-" + entry.getKey() + path.path());
            return Stream.concat(
                    Stream.of(method(place, entry.getValue())),
                    Stream.ofNullable(entry.getValue().methodIntegration()).map(each -> integration(place, each)));
        });
        return Stream.concat(itself, methods);
    }

    /**
     * Where a method is.
     *
     * @param verb {@code ANY} for whatever the path has no method of its own for
     * @param name what method and integration are called
     */
    private record Place(String api, String path, String verb, String name) {

        LiveResource described(String type, String id) {
            return LiveResource.of(type, name)
                    .text("id", String.join("-", id, api, path, verb))
                    .text("rest_api_id", api)
                    .text("resource_id", path)
                    .text("http_method", verb);
        }
    }

    private static Resource method(Place place, Method method) {
        return place.described("aws_api_gateway_method", "agm")
                .text("authorization", method.authorizationType())
                .text("authorizer_id", method.authorizerId())
                .truth("api_key_required", method.apiKeyRequired())
                .made();
    }

    private static Resource integration(Place place, Integration integration) {
        return place.described("aws_api_gateway_integration", "agi")
                .text("type", integration.typeAsString())
                .text("uri", integration.uri())
                .text("credentials", integration.credentials())
                .made();
    }
}
