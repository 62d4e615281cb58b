package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;

/**
 * Reads Lambda: each function with its aliases, its permissions and what is kept beside it.
 *
 * <p>A function is {@code aws_lambda_function.NAME}; it is shown as its latest code is configured, as the provider does.
 * {@code GetFunction} would tell more at once, and hands out the code as well: that is nothing a scan needs a right to.
 */
final class FunctionReader implements ServiceReader {

    private static final Service LAMBDA = new Service("lambda");

    private final LambdaClient lambda;
    private final FunctionParts parts;

    FunctionReader(LambdaClient lambda) {
        this.lambda = lambda;
        this.parts = new FunctionParts(lambda);
    }

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        var bearing = new HashSet<>(tagged.of("lambda", "function:"));
        return LAMBDA
                .list("ListFunctions", () -> lambda.listFunctionsPaginator().functions())
                .stream()
                .filter(function -> scope.names(function.functionName()) || bearing.contains(function.functionName()))
                .flatMap(function -> function(function, unread))
                .toList();
    }

    private Stream<Resource> function(FunctionConfiguration told, Unread unread) {
        var name = told.functionName();
        var function = LiveResource.of("aws_lambda_function", name);
        configured(function, told);
        environment(function, told.environment(), unread);
        return LAMBDA
                .about(function, unread)
                .of(
                        "ListTags",
                        () -> lambda.listTags(request -> request.resource(told.functionArn()))
                                .tags(),
                        function::tags,
                        List.of("tags", "tags_all"))
                .of(
                        "GetFunctionConcurrency",
                        () -> lambda.getFunctionConcurrency(request -> request.functionName(name)),
                        answer -> function.number(
                                "reserved_concurrent_executions", answer.reservedConcurrentExecutions()),
                        List.of("reserved_concurrent_executions"))
                .made()
                .stream()
                .flatMap(made -> Stream.concat(Stream.of(made), parts.read(name, unread)));
    }

    private static void configured(LiveResource function, FunctionConfiguration told) {
        function.text("id", told.functionName())
                .text("function_name", told.functionName())
                .text("arn", told.functionArn())
                .text("description", told.description())
                .text("role", told.role())
                .text("handler", told.handler())
                .text("runtime", told.runtimeAsString())
                .text("package_type", told.packageTypeAsString())
                .texts("architectures", told.architecturesAsStrings())
                .texts("layers", told.layers().stream().map(Layer::arn).toList())
                .number("memory_size", told.memorySize())
                .number("timeout", told.timeout())
                .text("code_sha256", told.codeSha256())
                .text("kms_key_arn", told.kmsKeyArn());
        if (told.deadLetterConfig() != null) {
            block(
                    function,
                    "dead_letter_config",
                    "target_arn",
                    told.deadLetterConfig().targetArn());
        }
        if (told.tracingConfig() != null) {
            block(function, "tracing_config", "mode", told.tracingConfig().modeAsString());
        }
        if (told.snapStart() != null && told.snapStart().applyOn() != SnapStartApplyOn.NONE) {
            block(function, "snap_start", "apply_on", told.snapStart().applyOnAsString());
        }
        if (told.loggingConfig() != null) {
            block(function, "logging_config", "log_group", told.loggingConfig().logGroup());
        }
        if (told.vpcConfig() != null && !told.vpcConfig().subnetIds().isEmpty()) {
            function.set(
                    "vpc_config",
                    LiveResource.block(
                            Map.of("subnet_ids", texts(told.vpcConfig().subnetIds()))));
        }
    }

    private static void block(LiveResource function, String name, String member, String value) {
        if (value != null) {
            function.set(name, LiveResource.block(Map.of(member, Value.text(value))));
        }
    }

    private static Value texts(List<String> values) {
        return new Value.Items(values.stream().<Value>map(Value::text).toList());
    }

    /** Lambda says of variables under a key that it may not use for whoever asks that they are there, and no more. */
    private static void environment(LiveResource function, EnvironmentResponse told, Unread unread) {
        if (told == null) {
            return;
        }
        if (told.error() != null) {
            function.unknown("environment");
            unread.add(
                    function.address(),
                    "lambda:ListFunctions (environment): " + told.error().errorCode());
        } else if (!told.variables().isEmpty()) {
            function.set("environment", LiveResource.block(Map.of("variables", LiveResource.fields(told.variables()))));
        }
    }
}
