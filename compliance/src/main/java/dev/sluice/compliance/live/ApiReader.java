package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/**
 * Reads API Gateway: each REST API with its methods and stages, and the usage plans and keys beside them.
 *
 * <p>An API is {@code aws_api_gateway_rest_api.NAME}; where two have the same name, which the gateway allows, each has its id
 * behind it. What an API does is told by its methods and never as a document, since the account does not tell which of both it
 * was made from. Nor does it tell what a deployment was made of, and so those are not read.
 */
final class ApiReader implements ServiceReader {

    private static final Service API_GATEWAY = new Service("apigateway");

    /** The most that the gateway lists at once. */
    private static final int PAGE = 500;

    private final ApiGatewayClient gateway;
    private final GatewayArns arns;

    ApiReader(ApiGatewayClient gateway) {
        this.gateway = gateway;
        this.arns = new GatewayArns(gateway.serviceClientConfiguration().region());
    }

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        var plans = new UsagePlans(API_GATEWAY, gateway, arns);
        return Stream.of(apis(scope, tagged), plans.plans(scope, tagged), plans.keys(scope, tagged))
                .flatMap(all -> all)
                .toList();
    }

    /** An API bears the tags where one of its stages does. */
    private Stream<Resource> apis(Scope scope, Tagged tagged) {
        var bearing = tagged.of("apigateway", "/restapis/").stream()
                .map(path -> path.split("/", 2)[0])
                .collect(Collectors.toSet());
        var apis = API_GATEWAY
                .list(
                        "GetRestApis",
                        () -> gateway.getRestApisPaginator(request -> request.limit(PAGE))
                                .items())
                .stream()
                .filter(api -> scope.names(api.name()) || bearing.contains(api.id()))
                .toList();
        var names = DistinctNames.of(apis, RestApi::name, RestApi::id);
        return apis.stream().flatMap(api -> api(api, names.of(api)));
    }

    private Stream<Resource> api(RestApi api, String name) {
        var methods = API_GATEWAY.listWithin(
                "GetResources",
                () -> gateway.getResourcesPaginator(request ->
                                request.restApiId(api.id()).limit(PAGE).embed("methods"))
                        .items());
        var stages = API_GATEWAY.listWithin(
                "GetStages",
                () -> gateway.getStages(request -> request.restApiId(api.id())).item());
        if (methods.isEmpty() || stages.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                        Stream.of(ApiDescribed.api(api, name, arns)),
                        methods.get().stream().flatMap(resource -> ApiMethods.of(api, name, resource)),
                        stages.get().stream().flatMap(stage -> ApiStages.of(api, name, stage, arns)))
                .flatMap(all -> all);
    }
}
