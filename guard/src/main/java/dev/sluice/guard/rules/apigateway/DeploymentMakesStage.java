package dev.sluice.guard.rules.apigateway;

import dev.sluice.guard.cloud.Apis;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A deployment that names a stage, which it then makes and takes with it. */
public final class DeploymentMakesStage implements Rule {

    private static final Card CARD = new Card(
            "apigateway-deployment-makes-stage",
            Severity.WARNING,
            "A deployment carries stage_name",
            "The stage is made behind Terraform's back: it has no settings, log or tags of its own, and when the deployment "
                    + "is replaced, it goes too. Version 6 of the AWS provider no longer knows the argument.",
            "Remove stage_name from the deployment and make the stage with aws_api_gateway_stage.",
            "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_api_gateway_deployment").stream()
                .filter(Apis::makesAStage)
                .map(deployment -> broken(
                        deployment,
                        "it makes the stage "
                                + cloud.at(deployment, "stage_name").asText().orElse("that it names")));
    }
}
