package dev.sluice.guard.rules.apigateway;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.rules.apigateway.Integrations.Integration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A REST API's integration or authorizer whose URI is not one by which the gateway calls a service. */
public final class NoInvokeArn implements Rule {

    private static final Card CARD = new Card(
            "apigateway-no-invoke-arn",
            Severity.ERROR,
            "An integration's URI is not an invoke ARN",
            "The gateway does not take the ARN of a function or another resource as a URI: the deploy fails with \"Invalid "
                    + "ARN specified in the request\".",
            "Write the function's or alias's invoke_arn. For another service the URI is "
                    + "arn:aws:apigateway:REGION:SERVICE:path/... or :action/...",
            "https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html#apigw-Type-Integration-uri");

    private static final Set<String> NOT_INVOKED_BY =
            Set.of("arn", "qualified_arn", "function_name", "id", "url", "function_url", "version");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        var integrations = Integrations.of(cloud)
                .filter(integration -> integration.rest() && integration.isOf("AWS", "AWS_PROXY"))
                .flatMap(integration -> of(cloud, integration));
        var authorizers = cloud.of("aws_api_gateway_authorizer").stream()
                .flatMap(authorizer -> wrong(cloud, authorizer.at("authorizer_uri")).stream()
                        .map(uri -> broken(authorizer, "its authorizer_uri is " + uri)));
        return Stream.concat(integrations, authorizers);
    }

    private Stream<Finding> of(Cloud cloud, Integration integration) {
        return wrong(cloud, integration.uri()).stream()
                .map(uri -> broken(integration.by(), integration.start() + "its URI is " + uri));
    }

    /** What a URI is, where it is known not to be an invoke ARN. */
    private static Optional<String> wrong(Cloud cloud, Value uri) {
        if (!(uri instanceof Value.Text text) || text.pieces().isEmpty()) {
            return Optional.empty();
        }
        return switch (text.pieces().getFirst()) {
            case Piece.Literal(var start) ->
                start.startsWith("arn:") && !text.toString().contains(":apigateway:")
                        ? Optional.of("the ARN of something else")
                        : Optional.empty();
            // An alias or a version may follow: ${function.arn}:live.
            case Piece.Symbol(var reference) ->
                isArn(cloud, reference) ? Optional.of(reference.toString()) : Optional.empty();
        };
    }

    private static boolean isArn(Cloud cloud, Reference reference) {
        return NOT_INVOKED_BY.contains(reference.attribute())
                && cloud.graph().at(reference.address()).stream()
                        .anyMatch(resource -> !resource.type().startsWith("aws_api_gateway_"));
    }
}
