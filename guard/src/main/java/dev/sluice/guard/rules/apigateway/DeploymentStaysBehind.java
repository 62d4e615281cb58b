package dev.sluice.guard.rules.apigateway;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A deployment that is made once and not again when what it deploys is changed. */
public final class DeploymentStaysBehind implements Rule {

    private static final Card CARD = new Card(
            "apigateway-deployment-stays-behind",
            Severity.WARNING,
            "A deployment does not follow what it deploys",
            "A deployment is a snapshot. The next change of a method, an integration or the OpenAPI document is applied "
                    + "without an error, and the stage goes on serving what was there before.",
            "triggers = { redeployment = sha256(aws_api_gateway_rest_api.NAME.body) }, or the hash of the methods and "
                    + "integrations where they are resources, with lifecycle create_before_destroy.",
            "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_deployment");

    /** What of an API stays the same when its document is changed. */
    private static final Set<String> STAYS =
            Set.of("id", "arn", "execution_arn", "root_resource_id", "name", "created_date");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_api_gateway_deployment", "aws_apigatewayv2_deployment").stream()
                .flatMap(deployment -> why(deployment).stream().map(why -> broken(deployment, why)));
    }

    private static Optional<String> why(Resource deployment) {
        if (!deployment.at("lifecycle", "replace_triggered_by").each().isEmpty()
                || changes(deployment.at("variables"))
                || changes(deployment.at("stage_description"))
                || changes(deployment.at("description"))) {
            return Optional.empty();
        }
        var triggers = deployment.at("triggers");
        if (triggers.isAbsent() || (triggers instanceof Value.Fields(var none) && none.isEmpty())) {
            return Optional.of("it has no triggers");
        }
        var references = triggers.references();
        return !references.isEmpty() && references.stream().allMatch(DeploymentStaysBehind::stays)
                ? Optional.of("its triggers hold only what of the API stays as it is")
                : Optional.empty();
    }

    /** Before there were triggers, a hash or the time was put into a text of the deployment. */
    private static boolean changes(Value text) {
        return !text.isAbsent() && !text.isKnown();
    }

    private static boolean stays(Reference reference) {
        return reference.address().contains("aws_api_gateway_rest_api.") && STAYS.contains(reference.attribute());
    }
}
