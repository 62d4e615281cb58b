package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Functions;
import dev.sluice.guard.cloud.Invocation;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A permission to call a function that is only called by its alias, and which does not name the alias. */
public final class PermissionWithoutQualifier implements Rule {

    private static final Card CARD = new Card(
            "lambda-permission-without-qualifier",
            Severity.ERROR,
            "A permission is for the function, and the caller calls its alias",
            "A permission without a qualifier is for the unqualified function only. The call of the alias is refused: the API "
                    + "answers 500, the topic delivers nothing.",
            "Write qualifier = aws_lambda_alias.NAME.name into the permission.",
            "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html");

    private static final Map<String, Set<String>> CALLERS = Map.of(
            "apigateway.amazonaws.com",
            Set.of(
                    "aws_api_gateway_integration",
                    "aws_apigatewayv2_integration",
                    "aws_api_gateway_rest_api",
                    "aws_apigatewayv2_api",
                    "aws_api_gateway_authorizer",
                    "aws_apigatewayv2_authorizer"),
            "sns.amazonaws.com",
            Set.of("aws_sns_topic_subscription"),
            "events.amazonaws.com",
            Set.of("aws_cloudwatch_event_target"),
            "s3.amazonaws.com",
            Set.of("aws_s3_bucket_notification"),
            "logs.amazonaws.com",
            Set.of("aws_cloudwatch_log_subscription_filter"),
            "cognito-idp.amazonaws.com",
            Set.of("aws_cognito_user_pool"),
            "elasticloadbalancing.amazonaws.com",
            Set.of("aws_lb_target_group_attachment"));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_lambda_permission").stream()
                .filter(permission -> !isQualified(cloud, permission))
                .flatMap(permission -> found(cloud, permission));
    }

    private Stream<Finding> found(Cloud cloud, Resource permission) {
        var principal = cloud.text(permission, "principal").orElse("");
        var callers = CALLERS.getOrDefault(principal, Set.of());
        return cloud.functions().meant(permission.at("function_name")).stream().flatMap(function -> {
            var calls = calls(cloud, function, callers);
            boolean byAlias = !calls.isEmpty()
                    && calls.stream().allMatch(call -> call.named().qualifier() instanceof Functions.Qualifier.Alias);
            return byAlias && !hasAnother(cloud, function, principal)
                    ? Stream.of(broken(
                            permission,
                            calls.getFirst().by() + " calls an alias of " + function
                                    + ", and the permission names none"))
                    : Stream.empty();
        });
    }

    /** Those that need a permission: an integration with credentials calls with a role. */
    private static List<Invocation> calls(Cloud cloud, Resource function, Set<String> callers) {
        return cloud.invocations().of(function).stream()
                .filter(call -> callers.contains(call.by().type()))
                .filter(call -> call.by().at("credentials").isAbsent()
                        && call.by().at("credentials_arn").isAbsent()
                        && call.by().at("authorizer_credentials").isAbsent())
                .toList();
    }

    /** Where the alias has a permission too, the one without it does no harm. */
    private static boolean hasAnother(Cloud cloud, Resource function, String principal) {
        return cloud.of("aws_lambda_permission").stream()
                .filter(other -> isQualified(cloud, other))
                .filter(other ->
                        cloud.text(other, "principal").filter(principal::equals).isPresent())
                .anyMatch(other -> cloud.functions()
                        .meant(other.at("function_name"))
                        .filter(function::equals)
                        .isPresent());
    }

    private static boolean isQualified(Cloud cloud, Resource permission) {
        return !permission.at("qualifier").isAbsent()
                || cloud.functions()
                        .named(permission.at("function_name"))
                        .filter(named -> !(named.qualifier() instanceof Functions.Qualifier.Latest))
                        .isPresent();
    }
}
