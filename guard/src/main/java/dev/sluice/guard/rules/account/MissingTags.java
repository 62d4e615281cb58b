package dev.sluice.guard.rules.account;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A resource that lacks the tags it should have.
 *
 * <p>Where those who run the guard name tags, each resource that lacks one is told. Where they do not, it is told once
 * that there are resources without any, and only of a root module: what calls a module may give its provider tags.
 */
public final class MissingTags implements Rule {

    private static final Card CARD = new Card(
            "account-missing-tags",
            Severity.NOTE,
            "A resource lacks tags",
            "Nobody sees whose it is, which environment it belongs to and who pays for it; what finds resources by their "
                    + "tags does not find it.",
            "Set the tags once for all in provider \"aws\" { default_tags { tags = { … } } }.",
            "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/resource-tagging");

    /** The types that have tags and are worth finding by them. */
    private static final String[] TAGGED = {
        "aws_lambda_function",
        "aws_sqs_queue",
        "aws_sns_topic",
        "aws_dynamodb_table",
        "aws_kinesis_stream",
        "aws_s3_bucket",
        "aws_secretsmanager_secret",
        "aws_kms_key",
        "aws_cloudwatch_log_group",
        "aws_cloudwatch_metric_alarm",
        "aws_cloudwatch_event_rule",
        "aws_iam_role",
        "aws_api_gateway_rest_api",
        "aws_api_gateway_stage",
        "aws_api_gateway_api_key",
        "aws_api_gateway_usage_plan",
        "aws_apigatewayv2_api",
        "aws_sfn_state_machine",
        "aws_ssm_parameter"
    };

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        var resources = cloud.of(TAGGED);
        return cloud.expectations().tags().isEmpty()
                ? untagged(cloud, resources).stream()
                : resources.stream().flatMap(resource -> lacking(cloud, resource).stream());
    }

    private Optional<Finding> untagged(Cloud cloud, List<Resource> resources) {
        var without = resources.stream()
                .filter(resource ->
                        cloud.tags().of(resource).isEmpty() && !cloud.tags().mayHaveMore(resource))
                .toList();
        return without.isEmpty() || !hasProvider(cloud)
                ? Optional.empty()
                : Optional.of(broken(
                        without.getFirst(),
                        "it has no tag at all"
                                + (without.size() == 1
                                        ? ""
                                        : ", and it is one of " + without.size() + " such resources of "
                                                + resources.size())));
    }

    private Optional<Finding> lacking(Cloud cloud, Resource resource) {
        var lacking = new TreeSet<>(cloud.expectations().tags());
        lacking.removeAll(cloud.tags().of(resource).keySet());
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        var names = String.join(", ", lacking);
        return Optional.of(
                cloud.tags().mayHaveMore(resource) || !isWhole(cloud)
                        ? cannotTell(resource, "whether it has " + names + " is decided by who deploys it")
                        : broken(resource, "it lacks " + names));
    }

    /** What is deployed has the tags that it has; what is written may get some of a provider that is not seen. */
    private static boolean isWhole(Cloud cloud) {
        return switch (cloud.graph().origin()) {
            case LIVE, STATE -> true;
            case CONFIGURATION, PLAN -> hasProvider(cloud);
        };
    }

    private static boolean hasProvider(Cloud cloud) {
        return cloud.graph().providers().stream()
                .anyMatch(provider -> provider.name().equals("aws"));
    }
}
