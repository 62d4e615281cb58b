package dev.sluice.infra.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What would break the rules about functions. */
final class LambdaMutations {

    private static final String FUNCTION = "aws_lambda_function";
    private static final String MAPPING = "aws_lambda_event_source_mapping";
    private static final String GROUP = "aws_cloudwatch_log_group";
    private static final String PROVISIONED = "aws_lambda_provisioned_concurrency_config";

    static final List<Mutation> ALL = List.of(
            Mutation.of(
                    "lambda-traced-without-permission",
                    "the query function may not write traces",
                    stack -> stack.withoutRight("query", "WritesTraces")),
            Mutation.of(
                    "lambda-not-traced",
                    "the query function only passes traces through",
                    stack -> stack.resource(FUNCTION, "query")
                            .putObject("tracing_config")
                            .put("mode", "PassThrough")),
            Mutation.of(
                    "lambda-no-failure-target",
                    "what the topic's function fails at goes nowhere",
                    stack -> stack.resource(FUNCTION, "processor").remove("dead_letter_config")),
            Mutation.of(
                    "lambda-failure-target-without-permission",
                    "the processor may not send to its dead-letter queue",
                    stack -> stack.withoutRight("processor", "FailsIntoProcessorDlq")),
            Mutation.of(
                    "lambda-configured-without-permission",
                    "the query function knows the table and may not read it",
                    stack -> stack.withoutRight("query", "ListsTransactions")),
            Mutation.of(
                    "lambda-source-without-permission",
                    "the notifier may receive messages and not delete them",
                    stack -> stack.right(
                            "notifier",
                            "TakesFromNotifications",
                            right -> right.putArray("Action")
                                    .add("sqs:ReceiveMessage")
                                    .add("sqs:GetQueueAttributes"))),
            Mutation.of(
                    "lambda-not-waiting-for-its-policies",
                    "the query function waits for its log group only",
                    stack -> stack.resource(FUNCTION, "query")
                            .putArray("depends_on")
                            .add(GROUP + ".query")),
            Mutation.of(
                    "lambda-may-create-log-groups",
                    "the query function may create its log group",
                    stack -> stack.right(
                            "query",
                            "WritesItsLog",
                            right -> right.withArray("Action").add("logs:CreateLogGroup"))),
            Mutation.of(
                    "lambda-no-log-retention",
                    "the query function's log is kept for ever",
                    stack -> stack.resource(GROUP, "query").remove("retention_in_days")),
            Mutation.of(
                    "lambda-log-group-of-another-name",
                    "the query function's log group is called by another name",
                    LambdaMutations::renameGroup),
            Mutation.of("lambda-runtime-blocked", "a runtime of 2019", stack -> runtime(stack, "nodejs8.10")),
            Mutation.of("lambda-runtime-deprecated", "a runtime that has ended", stack -> runtime(stack, "python3.9")),
            Mutation.of("lambda-runtime-ends-soon", "a runtime that will end", stack -> runtime(stack, "nodejs22.x")),
            Mutation.of(
                    "lambda-concurrency-over-quota",
                    "the query function reserves nearly all there is",
                    stack -> stack.resource(FUNCTION, "query").put("reserved_concurrent_executions", 990)),
            Mutation.of("lambda-provisioned-without-version", "executions of the latest code are kept ready", stack -> {
                stack.resource(FUNCTION, "query").remove("snap_start");
                provision(stack, "$LATEST");
            }),
            Mutation.of(
                    "lambda-provisioned-with-snap-start",
                    "executions of what has snapshots are kept ready",
                    stack -> provision(stack, "${aws_lambda_alias.query.name}")),
            Mutation.of(
                    "lambda-more-memory-than-needed",
                    "the query function is said to need little",
                    stack -> stack.resource(FUNCTION, "query").putObject("tags").put("guard:memory-mb", "128")),
            Mutation.of(
                    "lambda-alias-bypassed",
                    "the queue is read for the notifier's latest code",
                    stack -> stack.resource(MAPPING, "notifier_from_notifications")
                            .put("function_name", "${aws_lambda_function.notifier.arn}")),
            Mutation.of(
                    "lambda-permission-without-qualifier",
                    "the topic may call the processor, and calls its alias",
                    stack -> stack.resource("aws_lambda_permission", "processor_from_transactions")
                            .remove("qualifier")),
            Mutation.of(
                    "lambda-partial-failures-ignored", "the notifier reports what failed and is not heard", stack -> {
                        stack.resource(FUNCTION, "notifier")
                                .putObject("tags")
                                .put("guard:reports", "batch-item-failures");
                        stack.resource(MAPPING, "notifier_from_notifications").remove("function_response_types");
                    }),
            Mutation.of(
                    "lambda-stream-source-unbounded",
                    "the stream's batches are tried without end",
                    stack -> stack.resource(MAPPING, "enricher_from_transactions")
                            .put("maximum_retry_attempts", -1)),
            Mutation.of(
                    "lambda-pollers-outrun-reservation",
                    "the queue may be read by more than the notifier reserves",
                    stack -> stack.resource(MAPPING, "notifier_from_notifications")
                            .remove("scaling_config")),
            Mutation.of("lambda-feeds-itself", "the notifier may send to its own queue", LambdaMutations::feedItself));

    private LambdaMutations() {}

    private static void runtime(StackJson stack, String runtime) {
        stack.resource(FUNCTION, "query").put("runtime", runtime);
    }

    private static void renameGroup(StackJson stack) {
        stack.resource(FUNCTION, "query").remove("logging_config");
        stack.resource(GROUP, "query").put("name", "/aws/lambda/sluice-queries-dev");
    }

    private static void provision(StackJson stack, String qualifier) {
        ObjectNode body = StackJson.read("{\"provisioned_concurrent_executions\": 2}");
        body.put("function_name", "${aws_lambda_alias.query.function_name}");
        body.put("qualifier", qualifier);
        stack.add(PROVISIONED, "query", body.toString());
    }

    private static void feedItself(StackJson stack) {
        stack.block(FUNCTION, "notifier", "environment", "variables")
                .put("NOTIFICATIONS_QUEUE_URL", "${aws_sqs_queue.notifications.url}");
        stack.right(
                "notifier",
                "TakesFromNotifications",
                right -> right.withArray("Action").add("sqs:SendMessage"));
    }
}
