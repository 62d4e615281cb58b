package dev.sluice.guard.rules.apigateway;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.rules.apigateway.Integrations.Integration;
import java.util.Optional;
import java.util.stream.Stream;

/** An integration that is given a role it has no use for. */
public final class NeedlessCredentials implements Rule {

    private static final Card CARD = new Card(
            "apigateway-needless-credentials",
            Severity.NOTE,
            "An integration has credentials that it does not need",
            "Two things allow the same call: whoever takes one away believes the door shut, and it is not. The role is one "
                    + "more that the gateway may take on.",
            "Remove credentials and keep the aws_lambda_permission, which is for this API alone; or keep the role and remove "
                    + "the permission.",
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/"
                    + "api-gateway-control-access-using-iam-policies-to-invoke-api.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return Integrations.of(cloud)
                .filter(integration -> !integration.credentials().isAbsent()
                        && integration
                                .credentials()
                                .asText()
                                .filter(String::isEmpty)
                                .isEmpty())
                .flatMap(integration -> needless(cloud, integration).stream()
                        .map(why -> broken(integration.by(), integration.start() + why)));
    }

    private static Optional<String> needless(Cloud cloud, Integration integration) {
        if (integration.isOf("MOCK", "HTTP", "HTTP_PROXY")) {
            return Optional.of("it calls nothing of AWS's, and has credentials");
        }
        return cloud.functions()
                .meant(integration.uri())
                .filter(function -> isPermitted(cloud, function))
                .map(function -> "a permission lets the gateway call " + function + ", and it has credentials too");
    }

    private static boolean isPermitted(Cloud cloud, Resource function) {
        return cloud.of("aws_lambda_permission").stream()
                .anyMatch(permission -> cloud.text(permission, "principal")
                                .filter("apigateway.amazonaws.com"::equals)
                                .isPresent()
                        && cloud.functions()
                                .meant(permission.at("function_name"))
                                .filter(function::equals)
                                .isPresent());
    }
}
