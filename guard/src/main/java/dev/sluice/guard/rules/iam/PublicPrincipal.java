package dev.sluice.guard.rules.iam;

import dev.sluice.guard.cloud.Anyone;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.PolicyReader;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A resource whose policy lets anyone in. */
public final class PublicPrincipal implements Rule {

    private static final Card CARD = new Card(
            "iam-public-principal",
            Severity.ERROR,
            "A policy lets anyone in",
            "Anyone with an account at AWS, and for some services anyone at all, may do what the statement allows.",
            "Name the account, role or service as principal, or keep the star and add a condition on who or what calls: "
                    + "aws:SourceArn, aws:SourceAccount, aws:PrincipalOrgID.",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-concepts.html");

    private static final Map<String, String> POLICIES = Map.ofEntries(
            Map.entry("aws_api_gateway_rest_api", "policy"),
            Map.entry("aws_api_gateway_rest_api_policy", "policy"),
            Map.entry("aws_cloudwatch_event_bus_policy", "policy"),
            Map.entry("aws_ecr_repository_policy", "policy"),
            Map.entry("aws_iam_role", "assume_role_policy"),
            Map.entry("aws_kinesis_resource_policy", "policy"),
            Map.entry("aws_kms_key", "policy"),
            Map.entry("aws_kms_key_policy", "policy"),
            Map.entry("aws_s3_bucket", "policy"),
            Map.entry("aws_s3_bucket_policy", "policy"),
            Map.entry("aws_secretsmanager_secret", "policy"),
            Map.entry("aws_secretsmanager_secret_policy", "policy"),
            Map.entry("aws_sns_topic", "policy"),
            Map.entry("aws_sns_topic_policy", "policy"),
            Map.entry("aws_sqs_queue", "policy"),
            Map.entry("aws_sqs_queue_policy", "policy"),
            Map.entry("aws_dynamodb_resource_policy", "policy"));

    /** What narrows who may call a function; with {@code NONE} its URL is open, which is another rule's. */
    private static final List<String> NARROWER =
            List.of("source_arn", "source_account", "principal_org_id", "event_source_token", "function_url_auth_type");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return Stream.concat(
                POLICIES.keySet().stream()
                        .sorted()
                        .flatMap(type -> cloud.of(type).stream())
                        .flatMap(holder -> held(cloud, holder)),
                cloud.of("aws_lambda_permission").stream()
                        .filter(permission -> isOpen(cloud, permission))
                        .map(permission -> broken(permission, "lets any principal call the function")));
    }

    private Stream<Finding> held(Cloud cloud, Resource holder) {
        var written = holder.at(POLICIES.getOrDefault(holder.type(), "policy"));
        // A plan does not know the policy of what is given none.
        boolean isNone = written.isAbsent() || (written instanceof Value.Unknown(var from) && from.isEmpty());
        if (isNone
                || written.asText().filter(String::isEmpty).isPresent()
                || keptShut(cloud, holder)
                || opensNothing(cloud, holder)) {
            return Stream.empty();
        }
        var policy =
                new PolicyReader(cloud.graph()).read(holder.address(), TrustPolicies.withResources(holder, written));
        var open = Anyone.letInBy(policy);
        if (open.isPresent()) {
            var actions = open.get().actions().texts().stream()
                    .map(Value.Text::toString)
                    .toList();
            return Stream.of(broken(
                    holder,
                    "lets anyone " + (open.get().actions().except() ? "do all but " : "") + Listed.of(actions)));
        }
        return policy.complete() ? Stream.empty() : Stream.of(cannotTell(holder, "not all of its policy can be read"));
    }

    /** S3 does not heed a public policy where the bucket's public access block says so. */
    private static boolean keptShut(Cloud cloud, Resource holder) {
        var buckets = holder.type().equals("aws_s3_bucket")
                ? List.of(holder)
                : cloud.graph().behind(holder.at("bucket"), "aws_s3_bucket");
        return cloud.of("aws_s3_bucket_public_access_block").stream()
                .filter(block -> cloud.graph().behind(block.at("bucket"), "aws_s3_bucket").stream()
                        .anyMatch(buckets::contains))
                .anyMatch(block -> cloud.truth(block, "restrict_public_buckets").orElse(false));
    }

    /**
     * A REST API that is not private lets anyone in without a policy as well, but where a method wants a signature: a
     * policy for everyone says to that method that anybody's signature will do.
     */
    private static boolean opensNothing(Cloud cloud, Resource holder) {
        var api = holder.type().equals("aws_api_gateway_rest_api")
                ? Optional.of(holder)
                : cloud.graph().target(holder.at("rest_api_id"), "aws_api_gateway_rest_api");
        return api.filter(found -> isRegional(cloud, found)
                        && cloud.apis().document(found).isAbsent()
                        && methods(cloud, found)
                                .allMatch(method -> cloud.text(method, "authorization")
                                        .filter(authorization -> !authorization.equals("AWS_IAM"))
                                        .isPresent()))
                .isPresent();
    }

    private static boolean isRegional(Cloud cloud, Resource api) {
        return cloud.at(api, "endpoint_configuration", "types").each().stream()
                .allMatch(type ->
                        type.asText().filter(text -> !text.equals("PRIVATE")).isPresent());
    }

    private static Stream<Resource> methods(Cloud cloud, Resource api) {
        return cloud.of("aws_api_gateway_method").stream()
                .filter(method -> cloud.apis().of(method).filter(api::equals).isPresent());
    }

    private static boolean isOpen(Cloud cloud, Resource permission) {
        return cloud.text(permission, "principal").filter("*"::equals).isPresent()
                && NARROWER.stream()
                        .allMatch(narrower -> permission.at(narrower).isAbsent());
    }
}
