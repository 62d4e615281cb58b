package dev.sluice.infra.guard;

import java.util.List;
import java.util.function.Consumer;

/** What would break the rules about APIs. */
final class ApiGatewayMutations {

    static final List<Mutation> ALL = List.of(
            Mutation.of(
                    "apigateway-stage-without-throttling",
                    "the stage has no limit of its rate",
                    stack -> stack.block("aws_api_gateway_method_settings", "api", "settings")
                            .remove("throttling_rate_limit")),
            Mutation.of(
                    "apigateway-usage-plan-without-throttle",
                    "a client may take all",
                    stack -> stack.resource("aws_api_gateway_usage_plan", "client_default")
                            .remove("throttle_settings")),
            Mutation.of(
                    "apigateway-no-invoke-arn",
                    "the query function is called by its ARN",
                    inDocument("${aws_lambda_alias.query.invoke_arn}", "${aws_lambda_alias.query.arn}")),
            Mutation.of(
                    "apigateway-needless-credentials",
                    "the query function is called under a role, which it need not be",
                    inDocument(
                            "\"uri\":\"${aws_lambda_alias.query.invoke_arn}\"",
                            "\"uri\":\"${aws_lambda_alias.query.invoke_arn}\","
                                    + "\"credentials\":\"${aws_iam_role.query.arn}\"")),
            Mutation.of(
                    "apigateway-without-authentication",
                    "anyone may read transactions",
                    inDocument("\"security\":[{\"operator\":[]}],", "")),
            Mutation.of(
                    "apigateway-stage-without-access-log",
                    "the stage writes no line for a request",
                    stack -> stack.resource("aws_api_gateway_stage", "api").remove("access_log_settings")),
            Mutation.of(
                    "apigateway-deployment-stays-behind",
                    "the deployment does not look at the document",
                    stack -> stack.resource("aws_api_gateway_deployment", "api").remove("triggers")),
            Mutation.of(
                    "apigateway-deployment-makes-stage",
                    "the deployment names the stage",
                    stack -> stack.resource("aws_api_gateway_deployment", "api").put("stage_name", "v1")));

    private ApiGatewayMutations() {}

    private static Consumer<StackJson> inDocument(String what, String by) {
        return stack -> {
            var api = stack.resource("aws_api_gateway_rest_api", "api");
            var document = api.get("body").asText();
            if (!document.contains(what)) {
                throw new AssertionError("the API's document has no " + what);
            }
            api.put("body", document.replace(what, by));
        };
    }
}
