package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;

/**
 * Reads what Lambda keeps beside a function: aliases, permissions, what becomes of asynchronous events, what is kept
 * warm.
 *
 * <p>All are named by the function and the alias: {@code aws_lambda_alias.NAME:live}; a permission by its statement too.
 */
final class FunctionParts {

    private static final Service LAMBDA = new Service("lambda");
    private static final String LATEST = "$LATEST";

    private final LambdaClient lambda;
    private final FunctionPolicies policies;

    FunctionParts(LambdaClient lambda) {
        this.lambda = lambda;
        this.policies = new FunctionPolicies(lambda);
    }

    /**
     * The parts of one function.
     *
     * @throws dev.sluice.handlers.port.Unavailable when they could not be listed
     */
    Stream<Resource> read(String function, Unread unread) {
        var aliases = LAMBDA.listWithin(
                        "ListAliases",
                        () -> lambda.listAliasesPaginator(request -> request.functionName(function))
                                .aliases())
                .orElseGet(List::of);
        var invoked = LAMBDA.listWithin(
                        "ListFunctionEventInvokeConfigs",
                        () -> lambda.listFunctionEventInvokeConfigsPaginator(request -> request.functionName(function))
                                .functionEventInvokeConfigs())
                .orElseGet(List::of);
        var warm = LAMBDA.listWithin(
                        "ListProvisionedConcurrencyConfigs",
                        () -> lambda.listProvisionedConcurrencyConfigsPaginator(
                                        request -> request.functionName(function))
                                .provisionedConcurrencyConfigs())
                .orElseGet(List::of);
        var names = aliases.stream().map(AliasConfiguration::name).toList();
        return Stream.of(
                        aliases.stream().map(alias -> alias(function, alias)),
                        invoked.stream().map(config -> invoked(function, config)),
                        warm.stream().map(config -> warm(function, config)),
                        policies.read(function, names, unread).stream())
                .flatMap(each -> each);
    }

    private static Resource alias(String function, AliasConfiguration told) {
        return LiveResource.of("aws_lambda_alias", function + ":" + told.name())
                .text("id", told.aliasArn())
                .text("arn", told.aliasArn())
                .text("name", told.name())
                .text("description", told.description())
                .text("function_name", function)
                .text("function_version", told.functionVersion())
                .made();
    }

    private static Resource invoked(String function, FunctionEventInvokeConfig told) {
        var qualifier = qualifier(function, told.functionArn());
        var id = function + qualifier.map(name -> ":" + name).orElse("");
        var config = LiveResource.of("aws_lambda_function_event_invoke_config", id)
                .text("id", id)
                .text("function_name", function)
                .text("qualifier", qualifier.orElse(null))
                .number("maximum_event_age_in_seconds", told.maximumEventAgeInSeconds())
                .number("maximum_retry_attempts", told.maximumRetryAttempts());
        destinations(told.destinationConfig()).ifPresent(said -> config.set("destination_config", said));
        return config.made();
    }

    private static Optional<Value> destinations(@Nullable DestinationConfig told) {
        var said = new LinkedHashMap<String, Value>();
        if (told != null && told.onFailure() != null && told.onFailure().destination() != null) {
            said.put("on_failure", destination(told.onFailure().destination()));
        }
        if (told != null && told.onSuccess() != null && told.onSuccess().destination() != null) {
            said.put("on_success", destination(told.onSuccess().destination()));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(LiveResource.block(said));
    }

    private static Value destination(String arn) {
        return LiveResource.block(Map.of("destination", Value.text(arn)));
    }

    private static Resource warm(String function, ProvisionedConcurrencyConfigListItem told) {
        var qualifier = qualifier(function, told.functionArn()).orElse(LATEST);
        return LiveResource.of("aws_lambda_provisioned_concurrency_config", function + ":" + qualifier)
                .text("id", function + "," + qualifier)
                .text("function_name", function)
                .text("qualifier", qualifier)
                .number("provisioned_concurrent_executions", told.requestedProvisionedConcurrentExecutions())
                .made();
    }

    /** What follows a function's name in an ARN; empty for its latest code. */
    static Optional<String> qualifier(String function, String arn) {
        var named = ":function:" + function + ":";
        int at = arn.indexOf(named);
        return at < 0
                ? Optional.empty()
                : Optional.of(arn.substring(at + named.length())).filter(name -> !name.equals(LATEST));
    }
}
