package dev.sluice.guard.rules.apigateway;

import dev.sluice.guard.cloud.Anyone;
import dev.sluice.guard.cloud.Apis.Operation;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.PolicyReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What of an API is shut to strangers by something else than its methods, and what is meant for strangers. */
final class OpenApis {

    /** What must answer whoever asks: probes, and what one calls in order to become known. */
    private static final Set<String> FOR_STRANGERS = Set.of(
            "health",
            "healthz",
            "healthcheck",
            "health-check",
            "heartbeat",
            "live",
            "livez",
            "ping",
            "ready",
            "readyz",
            "status",
            "version",
            "login",
            "signin",
            "sign-in",
            "signup",
            "sign-up",
            "register",
            "token",
            "oauth",
            "authorize",
            "callback",
            "forgot-password",
            "reset-password",
            "confirm",
            "favicon.ico",
            "robots.txt");

    private final Cloud cloud;

    OpenApis(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Whether a call needs no caller's name by its nature: a browser's preflight, a probe, a login. */
    static boolean isExcused(String method, String path) {
        var last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return method.equalsIgnoreCase("OPTIONS") || FOR_STRANGERS.contains(last) || path.contains("/.well-known/");
    }

    /** Whether an API is private, has a policy that does not let anyone in, or asks for a client's certificate. */
    boolean isShut(Resource api) {
        boolean isPrivate = api.at("endpoint_configuration", "types").each().stream()
                .anyMatch(type -> type.asText().filter("PRIVATE"::equals).isPresent());
        boolean byCertificate = cloud.truth(api, "disable_execute_api_endpoint").orElse(false)
                && cloud.of("aws_apigatewayv2_domain_name", "aws_api_gateway_domain_name").stream()
                        .anyMatch(domain ->
                                !domain.at("mutual_tls_authentication").each().isEmpty());
        return isPrivate || byCertificate || policies(api).anyMatch(this::keepsOut);
    }

    /** Those that somebody gave it: a plan does not know the policy of an API that has none. */
    private Stream<Value> policies(Resource api) {
        var beside = cloud.of("aws_api_gateway_rest_api_policy").stream()
                .filter(policy -> cloud.graph()
                        .behind(policy.at("rest_api_id"), api.type())
                        .contains(api))
                .map(policy -> policy.at("policy"));
        return Stream.concat(Stream.of(api.at("policy")), beside)
                .filter(policy -> !policy.isAbsent()
                        && !(policy instanceof Value.Unknown(var from) && from.isEmpty())
                        && policy.asText().filter(String::isEmpty).isEmpty());
    }

    private boolean keepsOut(Value policy) {
        return Anyone.letInBy(new PolicyReader(cloud.graph()).read("policy", policy))
                .isEmpty();
    }

    /** The path of a method, as far as it is known: its last part. */
    String path(Resource method) {
        return cloud.graph()
                .target(method.at("resource_id"), "aws_api_gateway_resource")
                .flatMap(resource -> cloud.text(resource, "path_part"))
                .orElse("");
    }

    /** Whether the gateway answers a method itself, so that nothing is behind it. */
    boolean answersItself(Resource method) {
        return cloud.of("aws_api_gateway_integration").stream()
                .filter(integration -> integratesWith(integration, method))
                .anyMatch(integration ->
                        cloud.text(integration, "type").filter("MOCK"::equals).isPresent());
    }

    private boolean integratesWith(Resource integration, Resource method) {
        var verb = integration.at("http_method");
        return cloud.graph().behind(verb, method.type()).contains(method)
                || cloud.graph()
                                .same(integration.at("resource_id"), method.at("resource_id"))
                                .and(cloud.graph().same(verb, method.at("http_method")))
                        == Told.YES;
    }

    /** The operations of an API's document that ask for nothing, and have something behind them. */
    List<String> operationsForAnyone(Resource api) {
        var byDefault = cloud.apis().document(api).at("security");
        return cloud.apis().operations(api).stream()
                .filter(operation -> !isExcused(operation.method(), operation.path()))
                .filter(operation -> operation
                        .integration()
                        .at("type")
                        .asText()
                        .filter("mock"::equalsIgnoreCase)
                        .isEmpty())
                .filter(operation -> asksForNothing(operation, byDefault))
                .map(Operation::toString)
                .toList();
    }

    private static boolean asksForNothing(Operation operation, Value byDefault) {
        var own = operation.said().at("security");
        return (own.isAbsent() ? byDefault : own).each().isEmpty()
                && operation.said().at("x-amazon-apigateway-auth").isAbsent();
    }
}
