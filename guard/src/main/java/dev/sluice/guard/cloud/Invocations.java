package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who calls which function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html">AWS Lambda: Invoking Lambda with
 *     events from other AWS services</a>
 */
public final class Invocations {

    /** Services that call a function and do not wait for it; the others in a permission wait. */
    private static final List<String> DO_NOT_WAIT = List.of(
            "sns.",
            "s3.",
            "events.",
            "scheduler.",
            "logs.",
            "lambda.alarms.cloudwatch.",
            "ses.",
            "config.",
            "iot.",
            "codecommit.",
            "codepipeline.",
            "cloudformation.");

    private final ResourceGraph graph;
    private final Functions functions;
    private final Map<String, List<Invocation>> byFunction = new HashMap<>();
    private final List<Invocation> all = new ArrayList<>();

    Invocations(ResourceGraph graph, Functions functions) {
        this.graph = graph;
        this.functions = functions;
        add("aws_lambda_event_source_mapping", Invocation.Way.POLLED, "function_name");
        add("aws_sns_topic_subscription", Invocation.Way.ASYNCHRONOUS, "endpoint");
        add("aws_cloudwatch_event_target", Invocation.Way.ASYNCHRONOUS, "arn");
        add("aws_scheduler_schedule", Invocation.Way.ASYNCHRONOUS, "target", "arn");
        add("aws_cloudwatch_log_subscription_filter", Invocation.Way.ASYNCHRONOUS, "destination_arn");
        add("aws_api_gateway_integration", Invocation.Way.SYNCHRONOUS, "uri");
        add("aws_apigatewayv2_integration", Invocation.Way.SYNCHRONOUS, "integration_uri");
        add("aws_lambda_function_url", Invocation.Way.SYNCHRONOUS, "function_name");
        add("aws_pipes_pipe", Invocation.Way.SYNCHRONOUS, "target");
        add("aws_cloudfront_distribution", Invocation.Way.SYNCHRONOUS, "default_cache_behavior");
        add("aws_cognito_user_pool", Invocation.Way.SYNCHRONOUS, "lambda_config");
        add("aws_lb_target_group_attachment", Invocation.Way.SYNCHRONOUS, "target_id");
        add("aws_sfn_state_machine", Invocation.Way.SYNCHRONOUS, "definition");
        add("aws_api_gateway_rest_api", Invocation.Way.SYNCHRONOUS, "body");
        add("aws_apigatewayv2_api", Invocation.Way.SYNCHRONOUS, "body");
        add("aws_api_gateway_authorizer", Invocation.Way.SYNCHRONOUS, "authorizer_uri");
        add("aws_apigatewayv2_authorizer", Invocation.Way.SYNCHRONOUS, "authorizer_uri");
        add("aws_s3_bucket_notification", Invocation.Way.ASYNCHRONOUS, "lambda_function");
        graph.of("aws_lambda_permission").forEach(this::permitted);
    }

    private void add(String type, Invocation.Way way, String... path) {
        for (var resource : graph.of(type)) {
            for (var value : resource.at(path).each()) {
                functions.allNamed(value).forEach(named -> add(new Invocation(resource, named, way)));
            }
        }
    }

    private void permitted(Resource permission) {
        var principal = graph.spelled(permission.at("principal")).asText().orElse("");
        if (!principal.endsWith(".amazonaws.com")) {
            return;
        }
        var way = DO_NOT_WAIT.stream().anyMatch(principal::startsWith)
                ? Invocation.Way.ASYNCHRONOUS
                : Invocation.Way.SYNCHRONOUS;
        functions.named(permission.at("function_name")).ifPresent(named -> add(new Invocation(permission, named, way)));
    }

    private void add(Invocation invocation) {
        all.add(invocation);
        byFunction
                .computeIfAbsent(invocation.named().function().address(), ignored -> new ArrayList<>())
                .add(invocation);
    }

    /** All of them. */
    public List<Invocation> all() {
        return List.copyOf(all);
    }

    /** Those of a function. A permission counts as one: somebody was meant to call. */
    public List<Invocation> of(Resource function) {
        return List.copyOf(byFunction.getOrDefault(function.address(), List.of()));
    }

    /** The mappings by which Lambda reads queues and streams for a function. */
    public List<Resource> mappings(Resource function) {
        return of(function).stream()
                .filter(invocation -> invocation.way() == Invocation.Way.POLLED)
                .map(Invocation::by)
                .toList();
    }

    /** The queue a mapping reads. */
    public Optional<Resource> queue(Resource mapping) {
        return graph.target(mapping.at("event_source_arn"), "aws_sqs_queue");
    }
}
