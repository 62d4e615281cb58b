package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/**
 * Reads by which mappings Lambda reads queues and streams for the environment's functions, {@code
 * aws_lambda_event_source_mapping.FUNCTION:UUID}.
 *
 * <p>All mappings of the account are listed once, instead of those of each function.
 */
final class MappingReader implements ServiceReader {

    private static final Service LAMBDA = new Service("lambda");
    private static final String IN_ARN = ":function:";

    private final LambdaClient lambda;

    MappingReader(LambdaClient lambda) {
        this.lambda = lambda;
    }

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        var bearing = new HashSet<>(tagged.of("lambda", "function:"));
        return LAMBDA
                .list(
                        "ListEventSourceMappings",
                        () -> lambda.listEventSourceMappingsPaginator().eventSourceMappings())
                .stream()
                .filter(mapping -> scope.names(function(mapping)) || bearing.contains(function(mapping)))
                .map(mapping -> mapping(mapping, unread))
                .toList();
    }

    /** The name of the function that a mapping reads for, without what of it is invoked. */
    private static String function(EventSourceMappingConfiguration told) {
        var arn = String.valueOf(told.functionArn());
        return arn.substring(arn.indexOf(IN_ARN) + IN_ARN.length()).split(":", 2)[0];
    }

    private static Resource mapping(EventSourceMappingConfiguration told, Unread unread) {
        var mapping = LiveResource.of("aws_lambda_event_source_mapping", function(told) + ":" + told.uuid())
                .text("id", told.uuid())
                .text("uuid", told.uuid())
                .text("arn", told.eventSourceMappingArn())
                .text("event_source_arn", told.eventSourceArn())
                .text("function_arn", told.functionArn())
                .text("function_name", told.functionArn())
                .truth("enabled", !List.of("Disabled", "Disabling").contains(String.valueOf(told.state())))
                .number("batch_size", told.batchSize())
                .number("maximum_batching_window_in_seconds", told.maximumBatchingWindowInSeconds())
                .number("maximum_record_age_in_seconds", told.maximumRecordAgeInSeconds())
                .number("maximum_retry_attempts", told.maximumRetryAttempts())
                .number("parallelization_factor", told.parallelizationFactor())
                .number("tumbling_window_in_seconds", told.tumblingWindowInSeconds())
                .truth("bisect_batch_on_function_error", told.bisectBatchOnFunctionError())
                .text("starting_position", told.startingPositionAsString())
                .texts("function_response_types", told.functionResponseTypesAsStrings())
                .texts("topics", told.topics())
                .texts("queues", told.queues());
        failing(told).ifPresent(target -> mapping.set("destination_config", target));
        limits(mapping, told);
        filters(mapping, told, unread);
        if (told.selfManagedEventSource() != null) {
            mapping.set("self_managed_event_source", LiveResource.block(Map.of()));
        }
        return mapping.made();
    }

    private static Optional<Value> failing(EventSourceMappingConfiguration told) {
        var config = told.destinationConfig();
        return config == null
                        || config.onFailure() == null
                        || config.onFailure().destination() == null
                ? Optional.empty()
                : Optional.of(LiveResource.block(Map.of(
                        "on_failure",
                        LiveResource.block(Map.of(
                                "destination_arn", Value.text(config.onFailure().destination()))))));
    }

    private static void limits(LiveResource mapping, EventSourceMappingConfiguration told) {
        if (told.scalingConfig() != null && told.scalingConfig().maximumConcurrency() != null) {
            mapping.set(
                    "scaling_config",
                    LiveResource.block(Map.of(
                            "maximum_concurrency",
                            Value.number(told.scalingConfig().maximumConcurrency()))));
        }
        var pollers = told.provisionedPollerConfig();
        if (pollers != null) {
            var said = new LinkedHashMap<String, Value>();
            if (pollers.minimumPollers() != null) {
                said.put("minimum_pollers", Value.number(pollers.minimumPollers()));
            }
            if (pollers.maximumPollers() != null) {
                said.put("maximum_pollers", Value.number(pollers.maximumPollers()));
            }
            mapping.set("provisioned_poller_config", LiveResource.block(said));
        }
    }

    /** Of filters under a key that it may not use for whoever asks, Lambda says that they are there, and no more. */
    private static void filters(LiveResource mapping, EventSourceMappingConfiguration told, Unread unread) {
        var error = told.filterCriteriaError();
        if (error != null) {
            mapping.unknown("filter_criteria");
            unread.add(mapping.address(), "lambda:ListEventSourceMappings (filters): " + error.errorCode());
        } else if (told.filterCriteria() != null
                && !told.filterCriteria().filters().isEmpty()) {
            var filters = told.filterCriteria().filters().stream()
                    .map(filter -> LiveResource.fields(Map.of("pattern", String.valueOf(filter.pattern()))))
                    .toList();
            mapping.set("filter_criteria", LiveResource.block(Map.of("filter", new Value.Items(filters))));
        }
    }
}
