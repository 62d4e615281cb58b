package dev.sluice.infra.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.infra.Synthesized;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code docs/deployed.md}: what the synthesized Terraform of each stack makes, and what refers to what in it. */
final class DeployedDocument {

    private static final Map<String, String> SHAPES = Map.of(
            "aws_lambda_function", "[\"%s\"]",
            "aws_sns_topic", "{{\"topic %s\"}}",
            "aws_sqs_queue", "[/\"queue %s\"/]",
            "aws_dynamodb_table", "[(\"table %s\")]",
            "aws_secretsmanager_secret", "[[\"secret %s\"]]",
            "aws_s3_bucket", "[(\"bucket %s\")]",
            "aws_cloudwatch_event_rule", "([\"schedule %s\"])",
            "aws_api_gateway_rest_api", "([\"%s\"])");

    private DeployedDocument() {}

    /** A stack as two presets have it. */
    record Stack(String name, Synthesized dev, Synthesized prod) {}

    static String of(List<Stack> stacks) {
        var lines = new ArrayList<>(List.of(
                "<!-- Generated from the synthesized Terraform. To write it anew: " + Page.COMMAND + " -->",
                "",
                "# What is deployed",
                "",
                "The pictures are drawn from the Terraform of `dev`: an arrow is a reference in it. A dotted one leads to what",
                "keeps what could not be delivered. Each function has a log group, a role, a version, an alias and alarms",
                "besides; one key a stack encrypts all of it. No stack refers to the other: what the scanner reads, it finds by",
                "tags and names.",
                ""));
        for (var stack : stacks) {
            lines.add("## The stack " + stack.name());
            lines.add("");
            lines.addAll(picture(stack.dev()));
            lines.add(table(stack));
        }
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private static List<String> picture(Synthesized stack) {
        var lines = new ArrayList<>(List.of("```mermaid", "flowchart LR"));
        var arrows = arrows(stack);
        var drawn = new LinkedHashSet<String>();
        arrows.forEach(arrow -> drawn.addAll(List.of(arrow.from(), arrow.to())));
        drawn.forEach(address -> lines.add("  " + id(address) + shape(address)));
        arrows.forEach(arrow -> lines.add("  " + id(arrow.from()) + arrow.line() + id(arrow.to())));
        lines.addAll(List.of("```", ""));
        return List.copyOf(lines);
    }

    private static String table(Stack stack) {
        var rows = new ArrayList<List<String>>();
        var sums = new int[2];
        counts(stack.dev(), stack.prod()).forEach((type, counts) -> {
            rows.add(List.of(Markdown.code(type), String.valueOf(counts[0]), String.valueOf(counts[1])));
            sums[0] += counts[0];
            sums[1] += counts[1];
        });
        rows.add(List.of("**together**", String.valueOf(sums[0]), String.valueOf(sums[1])));
        return Markdown.table(List.of("resource", "`dev`:", "`prod`:"), rows);
    }

    private record Arrow(String from, String line, String to) {}

    private static Set<Arrow> arrows(Synthesized stack) {
        var arrows = new LinkedHashSet<Arrow>();
        var whole = " --> ";
        var dotted = " -.-> ";
        stack.all("aws_lambda_permission").values().stream()
                .filter(p -> p.get("principal").asText().startsWith("apigateway"))
                .forEach(p ->
                        arrows.add(new Arrow("aws_api_gateway_rest_api.api", whole, functionOf(p.get("qualifier")))));
        stack.all("aws_cloudwatch_event_target").forEach((name, target) -> {
            var rule = only(target.get("rule"));
            arrows.add(new Arrow(rule, whole, functionOf(target.get("arn"))));
            arrows.add(new Arrow(rule, dotted, only(target.get("dead_letter_config"))));
        });
        stack.all("aws_sns_topic_subscription").forEach((name, subscription) -> {
            var topic = only(subscription.get("topic_arn"));
            arrows.add(new Arrow(topic, whole, functionOf(subscription.get("endpoint"))));
            arrows.add(new Arrow(topic, dotted, only(subscription.get("redrive_policy"))));
        });
        stack.all("aws_lambda_event_source_mapping").forEach((name, source) -> {
            var function = functionOf(source.get("function_name"));
            arrows.add(new Arrow(only(source.get("event_source_arn")), whole, function));
            if (source.has("destination_config")) {
                arrows.add(new Arrow(function, dotted, only(source.get("destination_config"))));
            }
        });
        stack.all("aws_lambda_function").forEach((name, function) -> {
            var address = "aws_lambda_function." + name;
            Synthesized.references(function.at("/environment/variables"))
                    .forEach(used -> arrows.add(new Arrow(address, whole, used)));
            Synthesized.references(stack.one("aws_iam_role_policy", name)).stream()
                    .filter(used -> used.startsWith("aws_secretsmanager_secret"))
                    .forEach(used -> arrows.add(new Arrow(address, whole, used)));
            arrows.add(new Arrow(address, dotted, only(function.get("dead_letter_config"))));
        });
        stack.all("aws_sqs_queue").forEach((name, queue) -> {
            if (queue.has("redrive_policy")) {
                arrows.add(new Arrow("aws_sqs_queue." + name, dotted, only(queue.get("redrive_policy"))));
            }
        });
        return arrows;
    }

    private static Map<String, int[]> counts(Synthesized dev, Synthesized prod) {
        var counts = new TreeMap<String, int[]>();
        count(dev, 0, counts);
        count(prod, 1, counts);
        return counts;
    }

    private static void count(Synthesized stack, int column, Map<String, int[]> counts) {
        stack.json()
                .at("/resource")
                .properties()
                .forEach(type -> counts.computeIfAbsent(type.getKey(), name -> new int[2])[column] =
                        type.getValue().size());
    }

    private static String only(JsonNode part) {
        return Synthesized.references(part).getFirst();
    }

    /** The function behind what names its alias. */
    private static String functionOf(JsonNode part) {
        return only(part).replace("aws_lambda_alias.", "aws_lambda_function.");
    }

    private static String id(String address) {
        return address.replace('.', '_');
    }

    private static String shape(String address) {
        var dot = address.indexOf('.');
        return SHAPES.getOrDefault(address.substring(0, dot), "[\"%s\"]")
                .formatted(address.substring(dot + 1).replace('_', '-'));
    }
}
