package dev.sluice.guard.rules.account;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Output;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Infrastructure that does not tell what a tester of it needs.
 *
 * <p>One finding a kind of thing, on the first of its kind; where there are no outputs at all, one finding for all. What
 * has nothing but functions is not looked at: they are called by what is around them.
 */
public final class MissingOutputs implements Rule {

    private static final Card CARD = new Card(
            "account-missing-outputs",
            Severity.NOTE,
            "No output says where to find what a test needs",
            "Whoever tests or calls what was deployed has to look its address up by hand, or writes it out, and has the "
                    + "wrong one after the next deploy.",
            "Add an output: the API's invoke URL, the queue's URL, the table's name, the topic's ARN, the function's name.",
            "https://developer.hashicorp.com/terraform/language/values/outputs");

    private static final String FUNCTION = "function";

    /** By kind: what makes it, and what an output of it may refer to. */
    private record Kind(List<String> made, List<String> said) {}

    private static final Map<String, Kind> KINDS = kinds();

    private static Map<String, Kind> kinds() {
        var all = new LinkedHashMap<String, Kind>();
        all.put(
                "API",
                new Kind(
                        List.of("aws_api_gateway_rest_api", "aws_apigatewayv2_api"),
                        List.of("aws_api_gateway_", "aws_apigatewayv2_", "aws_route53_record", "aws_cloudfront_")));
        all.put("queue", new Kind(List.of("aws_sqs_queue"), List.of("aws_sqs_queue")));
        all.put("table", new Kind(List.of("aws_dynamodb_table"), List.of("aws_dynamodb_table")));
        all.put("topic", new Kind(List.of("aws_sns_topic"), List.of("aws_sns_topic")));
        all.put(FUNCTION, new Kind(List.of("aws_lambda_function"), List.of("aws_lambda_")));
        return all;
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        if (cloud.graph().origin() == Origin.LIVE || cloud.graph().origin() == Origin.STATE) {
            // What was deployed has outputs that refer to nothing any more.
            return Stream.empty();
        }
        var missing = new LinkedHashMap<String, Resource>();
        KINDS.forEach((name, kind) -> {
            var made = cloud.of(kind.made().toArray(String[]::new));
            if (!made.isEmpty() && cloud.graph().outputs().stream().noneMatch(output -> says(cloud, output, kind))) {
                missing.put(name, made.getFirst());
            }
        });
        if (!cloud.graph().outputs().isEmpty()) {
            return missing.entrySet().stream()
                    .map(entry -> broken(entry.getValue(), "no output refers to any " + entry.getKey()));
        }
        return missing.isEmpty() || missing.keySet().equals(Set.of(FUNCTION))
                ? Stream.empty()
                : Stream.of(broken(
                        missing.firstEntry().getValue(),
                        "there is no output at all, and there is to be found: " + String.join(", ", missing.keySet())));
    }

    /** What an output cannot be told of may be anything. */
    private static boolean says(Cloud cloud, Output output, Kind kind) {
        var references = output.value().references();
        return (references.isEmpty() && output.value() instanceof Value.Unknown)
                || references.stream()
                        .flatMap(reference -> cloud.graph().at(reference.address()).stream())
                        .anyMatch(resource -> kind.said().stream().anyMatch(resource.type()::startsWith));
    }
}
