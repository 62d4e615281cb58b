package dev.sluice.guard.rules.apigateway;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** A method, a route or a function's URL that anyone may call. */
public final class WithoutAuthentication implements Rule {

    private static final Card CARD = new Card(
            "apigateway-without-authentication",
            Severity.WARNING,
            "Anyone may call it without saying who they are",
            "Whoever finds the address calls the code behind it, at the owner's cost. Where the code checks a signature "
                    + "itself, it runs for every stranger all the same.",
            "Give it authorization AWS_IAM, an authorizer, or at least api_key_required with a usage plan; where it is "
                    + "meant to be open, suppress this with the reason.",
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        var open = new OpenApis(cloud);
        return Stream.of(
                        cloud.of("aws_api_gateway_method").stream().flatMap(method -> method(cloud, open, method)),
                        cloud.of("aws_apigatewayv2_route").stream().flatMap(route -> route(cloud, open, route)),
                        cloud.apis().all().stream().flatMap(api -> document(cloud, open, api)),
                        cloud.of("aws_lambda_function_url").stream().flatMap(url -> url(cloud, url)))
                .flatMap(found -> found);
    }

    private Stream<Finding> method(Cloud cloud, OpenApis open, Resource method) {
        var verb = cloud.text(method, "http_method").orElse("ANY");
        var key = cloud.at(method, "api_key_required");
        boolean excused = OpenApis.isExcused(verb, open.path(method))
                || open.answersItself(method)
                || key.asTruth().orElse(false)
                || cloud.apis().of(method).filter(open::isShut).isPresent();
        return excused
                ? Stream.empty()
                : told(method, cloud.at(method, "authorization"), "its authorization is NONE, and it wants no API key")
                        .filter(finding -> !key.isOpen() || !finding.isBroken());
    }

    private Stream<Finding> route(Cloud cloud, OpenApis open, Resource route) {
        var key = cloud.text(route, "route_key").orElse("");
        var parts = key.split(" ", 2);
        boolean excused = OpenApis.isExcused(parts[0], parts.length > 1 ? parts[1] : "")
                || cloud.truth(route, "api_key_required").orElse(false)
                || cloud.apis()
                        .of(route)
                        .filter(api -> open.isShut(api) || isLaterMessage(cloud, api, key))
                        .isPresent();
        var authorization = cloud.at(route, "authorization_type");
        return excused
                ? Stream.empty()
                : told(
                        route,
                        authorization.isAbsent() ? Value.text("NONE") : authorization,
                        (key.isEmpty() ? "the route" : key) + " has authorization_type NONE");
    }

    /** Who a WebSocket is opened to is decided once, by its route $connect. */
    private static boolean isLaterMessage(Cloud cloud, Resource api, String key) {
        return cloud.text(api, "protocol_type").filter("WEBSOCKET"::equals).isPresent() && !key.equals("$connect");
    }

    private Stream<Finding> document(Cloud cloud, OpenApis open, Resource api) {
        if (open.isShut(api)) {
            return Stream.empty();
        }
        if (cloud.apis().document(api) instanceof Value.Unknown) {
            return Stream.of(cannotTell(api, "its OpenAPI document cannot be read"));
        }
        var strangers = open.operationsForAnyone(api);
        return strangers.isEmpty()
                ? Stream.empty()
                : Stream.of(broken(api, "its document asks for no security at " + String.join(", ", strangers)));
    }

    private Stream<Finding> url(Cloud cloud, Resource url) {
        return told(url, cloud.at(url, "authorization_type"), "the function's URL has authorization_type NONE");
    }

    private Stream<Finding> told(Resource resource, Value authorization, String said) {
        return switch (isNone(authorization)) {
            case YES -> Stream.of(broken(resource, said));
            case NO -> Stream.empty();
            case CANNOT_TELL -> Stream.of(cannotTell(resource, "its authorization is not known"));
        };
    }

    private static Told isNone(Value authorization) {
        return Optional.of(authorization)
                .flatMap(Value::asText)
                .map(text -> Told.of(text.equals("NONE")))
                .orElse(authorization.isAbsent() ? Told.NO : Told.CANNOT_TELL);
    }
}
