package dev.sluice.integration.sandbox.diagnosis;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.EventSource;
import dev.sluice.integration.sandbox.deployed.ScheduledRule;
import dev.sluice.integration.sandbox.deployed.Stated;
import dev.sluice.integration.sandbox.deployed.TopicSubscription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What in a deployment leads nowhere: a stream or a queue that nothing reads, a function that nothing calls, a variable that
 * is not there. Mostly the cause where something does not arrive.
 */
public final class LooseEnds {

    private LooseEnds() {}

    /** Each in a sentence. */
    public static List<String> of(Deployment deployment) {
        var found = new ArrayList<String>();
        var read = deployment.sources().stream()
                .filter(EventSource::enabled)
                .map(EventSource::from)
                .collect(Collectors.toSet());
        deployment
                .of("aws_dynamodb_table")
                .filter(table -> table.at("stream_enabled").asBoolean() && !read.contains(table.need("stream_arn")))
                .forEach(table -> found.add("nothing reads the stream of the table " + table.need("name")
                        + ": it has no event source mapping"));
        var letters = deadLetterQueues(deployment);
        deployment
                .of("aws_sqs_queue")
                .filter(queue -> !letters.contains(queue.need("arn")) && !read.contains(queue.need("arn")))
                .forEach(queue -> found.add("nothing reads the queue " + queue.need("name")
                        + ": it has no event source mapping and is nobody's dead-letter queue"));
        var called = deployment.sources().stream().map(EventSource::function).toList();
        var told = deployment.subscriptions().stream()
                .map(TopicSubscription::endpoint)
                .toList();
        deployment.sources().stream()
                .filter(source -> source.enabled() && !source.reportsFailures())
                .forEach(source -> found.add(source.address()
                        + " does not report failures: what its function names as failed is taken for done"));
        for (var function : deployment.functions()) {
            boolean sourced = called.stream().anyMatch(function::goesBy);
            boolean subscribed = told.stream().anyMatch(function::goesBy);
            boolean permitted = deployment
                    .of("aws_lambda_permission")
                    .anyMatch(permission -> function.goesBy(permission.need("function_name")));
            if (!sourced && !permitted) {
                found.add(
                        "nothing may invoke " + function.name() + ": it has no permission and no event source mapping");
            } else if (permitted
                    && !subscribed
                    && !sourced
                    && !isRouted(deployment, function.arn())
                    && !isScheduled(deployment, function)) {
                found.add("nothing invokes " + function.name()
                        + ": no subscription, no route and no schedule's target leads to it");
            }
        }
        return found;
    }

    private static boolean isScheduled(Deployment deployment, DeployedFunction function) {
        return ScheduledRule.of(deployment).stream()
                .flatMap(rule -> rule.targets().stream())
                .anyMatch(target -> function.goesBy(target.arn()));
    }

    private static boolean isRouted(Deployment deployment, String function) {
        return deployment
                .of("aws_api_gateway_rest_api")
                .anyMatch(api -> api.need("body").contains(function));
    }

    private static Set<String> deadLetterQueues(Deployment deployment) {
        var found = new HashSet<String>();
        deployment.functions().forEach(function -> function.deadLetters().ifPresent(found::add));
        deployment.sources().forEach(source -> source.failures().ifPresent(found::add));
        deployment.subscriptions().forEach(each -> each.undelivered().ifPresent(found::add));
        deployment.of("aws_sqs_queue").map(Stated::values).forEach(queue -> {
            var policy = queue.path("redrive_policy").asText("");
            deployment
                    .of("aws_sqs_queue")
                    .map(each -> each.need("arn"))
                    .filter(policy::contains)
                    .forEach(found::add);
        });
        return found;
    }
}
