package dev.sluice.cli.stacks;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A {@code cdk.tf.json}, read into a stack. */
final class StackFile {

    /** {@code ${aws_lambda_function.validator.function_name}}. */
    private static final Pattern FUNCTION = Pattern.compile("\\$\\{aws_lambda_function\\.([A-Za-z0-9_-]+)\\..*}");

    private static final String DEFAULT_RECORDER = "default";

    private final String name;
    private final Json document;
    private final List<String> unclear = new ArrayList<>();

    private StackFile(String name, Json document) {
        this.name = name;
        this.document = document;
    }

    /**
     * Reads a stack.
     *
     * @param shown what the file is called in messages
     */
    static Stack read(String name, String shown, byte[] text) throws StackMistake {
        Json document;
        try {
            document = JsonText.read(text);
        } catch (IOException e) {
            throw new StackMistake(shown + " is broken: it is no JSON document; write it anew with ./sluice synth");
        }
        if (document.at("/terraform").isEmpty()
                || !(document.at("/provider/aws").isPresent())) {
            throw new StackMistake(
                    shown
                            + " is not a stack's Terraform: it has no terraform and no provider.aws; write it anew with ./sluice synth");
        }
        return new StackFile(name, document).stack();
    }

    private Stack stack() {
        var functions = functions();
        var provisioned = provisioned();
        return new Stack(
                name,
                document.at("/resource").map(StackFile::members).orElse(Map.of()).values().stream()
                        .mapToInt(kind -> members(kind).size())
                        .sum(),
                document.text("/provider/aws/0/region").filter(region -> !Stack.isExpression(region)),
                tags(),
                functions,
                provisioned,
                resources("aws_api_gateway_stage").values().stream()
                        .anyMatch(stage -> stage.at("/access_log_settings").isPresent()),
                named("aws_cloudwatch_log_group"),
                named("aws_dynamodb_table"),
                document.text("/output/config_recorder_name/value")
                        .filter(recorder -> !Stack.isExpression(recorder))
                        .orElse(DEFAULT_RECORDER),
                backend(),
                unclear);
    }

    private List<Stack.Function> functions() {
        var functions = new ArrayList<Stack.Function>();
        resources("aws_lambda_function")
                .forEach((id, function) -> functions.add(new Stack.Function(
                        id,
                        function.text("/function_name").orElse(id),
                        // Terraform has -1 for "none are kept"; 0 means that it never runs.
                        Math.max(0, number("aws_lambda_function." + id, function, "reserved_concurrent_executions")))));
        return functions;
    }

    private List<Stack.Provisioned> provisioned() {
        var all = new ArrayList<Stack.Provisioned>();
        resources("aws_lambda_provisioned_concurrency_config").forEach((id, config) -> {
            var function = config.text("/function_name").orElse("");
            var reference = FUNCTION.matcher(function);
            all.add(new Stack.Provisioned(
                    reference.matches() ? reference.group(1) : function,
                    number(
                            "aws_lambda_provisioned_concurrency_config." + id,
                            config,
                            "provisioned_concurrent_executions")));
        });
        return all;
    }

    private long number(String address, Json resource, String member) {
        var value = resource.at("/" + member);
        if (value.isEmpty()) {
            return 0;
        }
        if (value.get() instanceof Json.Num(var number)
                && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
            return number.longValue();
        }
        unclear.add(address + "." + member);
        return 0;
    }

    private List<Stack.Named> named(String type) {
        return resources(type).entrySet().stream()
                .flatMap(resource -> resource.getValue().text("/name").stream()
                        .map(found -> new Stack.Named(type + "." + resource.getKey(), found)))
                .toList();
    }

    /** What the provider puts on everything; CDKTF writes one block or a list of blocks. */
    private Map<String, String> tags() {
        var tags = new LinkedHashMap<String, String>();
        Stream.of("/provider/aws/0/default_tags/0/tags", "/provider/aws/0/default_tags/tags")
                .flatMap(pointer -> document.at(pointer).stream())
                .forEach(found -> members(found)
                        .keySet()
                        .forEach(tag -> found.text("/" + tag.replace("~", "~0").replace("/", "~1"))
                                .ifPresent(value -> tags.put(tag, value))));
        return tags;
    }

    private Backend backend() {
        var backends = document.at("/terraform/backend").map(StackFile::members).orElse(Map.of());
        return backends.entrySet().stream()
                .findFirst()
                .map(found -> backend(found.getKey(), found.getValue()))
                .orElse(new Backend.Local("terraform.tfstate"));
    }

    private static Backend backend(String type, Json settings) {
        return switch (type) {
            case "local" -> new Backend.Local(settings.text("/path").orElse("terraform.tfstate"));
            case "s3" ->
                new Backend.S3(
                        settings.text("/bucket").orElse(""),
                        settings.text("/key").orElse(""),
                        settings.text("/use_lockfile").equals(Optional.of("true"))
                                || settings.text("/dynamodb_table").isPresent());
            default -> new Backend.Other(type);
        };
    }

    private Map<String, Json> resources(String type) {
        return document.at("/resource/" + type).map(StackFile::members).orElse(Map.of());
    }

    private static Map<String, Json> members(Json value) {
        return value instanceof Json.Obj(var members) ? members : Map.of();
    }
}
