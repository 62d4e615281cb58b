package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.TextJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What fails into where. */
public final class Failures {

    /** A hop's failure target: from what, to what. */
    public record Hop(Resource from, Value target) {}

    private final ResourceGraph graph;
    private final List<Hop> hops = new ArrayList<>();
    private final Map<String, Resource> queues = new LinkedHashMap<>();

    Failures(ResourceGraph graph) {
        this.graph = graph;
        for (var queue : graph.of("aws_sqs_queue")) {
            redrive(queue.at("redrive_policy")).ifPresent(target -> hops.add(new Hop(queue, target)));
        }
        for (var policy : graph.of("aws_sqs_queue_redrive_policy")) {
            var queue = graph.target(policy.at("queue_url"), "aws_sqs_queue").orElse(policy);
            redrive(policy.at("redrive_policy")).ifPresent(target -> hops.add(new Hop(queue, target)));
        }
        for (var subscription : graph.of("aws_sns_topic_subscription")) {
            redrive(subscription.at("redrive_policy")).ifPresent(target -> hops.add(new Hop(subscription, target)));
        }
        add("aws_lambda_function", "dead_letter_config", "target_arn");
        add("aws_lambda_function_event_invoke_config", "destination_config", "on_failure", "destination");
        add("aws_lambda_event_source_mapping", "destination_config", "on_failure", "destination_arn");
        add("aws_cloudwatch_event_target", "dead_letter_config", "arn");
        add("aws_scheduler_schedule", "target", "dead_letter_config", "arn");
        for (var hop : hops) {
            graph.behind(hop.target(), "aws_sqs_queue").forEach(queue -> queues.put(queue.address(), queue));
        }
        // A queue that states which others may fail into it is meant for nothing else.
        for (var queue : graph.of("aws_sqs_queue")) {
            var name = graph.spelled(queue.at("name")).toString();
            if (name.matches("(?i).*(dlq|dead-?letter|deadletter).*")
                    || queue.name().matches("(?i).*(dlq|dead_?letter).*")) {
                queues.putIfAbsent(queue.address(), queue);
            }
        }
    }

    private void add(String type, String... path) {
        for (var resource : graph.of(type)) {
            var target = resource.at(path);
            if (!target.isAbsent()) {
                hops.add(new Hop(resource, target));
            }
        }
    }

    private static Optional<Value> redrive(Value policy) {
        return switch (policy) {
            case Value.Absent ignored -> Optional.empty();
            case Value.Text text ->
                Optional.of(TextJson.read(text)
                        .map(json -> json.at("deadLetterTargetArn"))
                        .filter(target -> !target.isAbsent())
                        .orElseGet(() -> Value.unknown(text)));
            case Value.Fields fields -> Optional.of(fields.at("deadLetterTargetArn"));
            case Value.Unknown unknown -> Optional.of(unknown);
            case Value.Items ignored -> Optional.empty();
            case Value.Num ignored -> Optional.empty();
            case Value.Truth ignored -> Optional.empty();
        };
    }

    /** Every hop that has a failure target. */
    public List<Hop> hops() {
        return List.copyOf(hops);
    }

    /** Where a resource's failures go; empty where it does not say. */
    public Optional<Value> target(Resource from) {
        return hops.stream()
                .filter(hop -> hop.from().address().equals(from.address()))
                .map(Hop::target)
                .findFirst();
    }

    /** The queues that others fail into, by what refers to them or by their name. */
    public Set<Resource> deadLetterQueues() {
        return Set.copyOf(queues.values());
    }

    /** Whether others fail into a queue. */
    public boolean isDeadLetterQueue(Resource queue) {
        return queues.containsKey(queue.address());
    }

    /** The invoke configurations of a function, which may have a destination for its failures. */
    public List<Resource> invokeConfigs(Resource function) {
        return graph.of("aws_lambda_function_event_invoke_config").stream()
                .filter(config -> configures(config, function))
                .toList();
    }

    private boolean configures(Resource config, Resource function) {
        return graph.behind(config.at("function_name"), "aws_lambda_function", "aws_lambda_alias").stream()
                .anyMatch(named -> named.equals(function) || isAliasOf(named, function));
    }

    private boolean isAliasOf(Resource named, Resource function) {
        return named.type().equals("aws_lambda_alias")
                && graph.behind(named.at("function_name"), "aws_lambda_function")
                        .contains(function);
    }
}
