package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Failures;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Decision;
import dev.sluice.guard.iam.Target;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A target for failures that the function's role may not send to. */
public final class FailureTargetWithoutPermission implements Rule {

    private static final Card CARD = new Card(
            "lambda-failure-target-without-permission",
            Severity.ERROR,
            "A function may not send to its own target for failures",
            "Lambda sends what failed with the function's role. Where the role may not, the event is lost after all, and "
                    + "only the metric DeadLetterErrors or DestinationDeliveryFailures tells.",
            "Allow the role sqs:SendMessage, sns:Publish, lambda:InvokeFunction, s3:PutObject or events:PutEvents on the "
                    + "target.",
            "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html");

    private static final Map<String, String> ACTIONS = Map.of(
            "aws_sqs_queue", "sqs:SendMessage",
            "aws_sns_topic", "sns:Publish",
            "aws_lambda_function", "lambda:InvokeFunction",
            "aws_lambda_alias", "lambda:InvokeFunction",
            "aws_s3_bucket", "s3:PutObject",
            "aws_cloudwatch_event_bus", "events:PutEvents");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.failures().hops().stream()
                .flatMap(hop -> function(cloud, hop.from()).stream().flatMap(function -> found(cloud, function, hop)));
    }

    private static Optional<Resource> function(Cloud cloud, Resource from) {
        return switch (from.type()) {
            case "aws_lambda_function" -> Optional.of(from);
            case "aws_lambda_function_event_invoke_config", "aws_lambda_event_source_mapping" ->
                cloud.functions().meant(from.at("function_name"));
            default -> Optional.empty();
        };
    }

    private Stream<Finding> found(Cloud cloud, Resource function, Failures.Hop hop) {
        if (isUnsaid(hop.target())) {
            return Stream.empty();
        }
        var target = cloud.graph().target(hop.target(), ACTIONS.keySet().toArray(String[]::new));
        if (target.isEmpty()) {
            return elsewhere(cloud, function, hop);
        }
        var action = ACTIONS.getOrDefault(target.get().type(), "");
        var decision = target.get().type().equals("aws_s3_bucket")
                ? cloud.rights().may(function, action, Target.within(target.get(), "/*"))
                : cloud.rights().may(function, action, target.get());
        return switch (decision) {
            case Decision.Allowed ignored -> Stream.empty();
            case Decision.Denied ignored ->
                Stream.of(broken(
                        hop.from(),
                        "failures go to " + target.get() + ", and the role of " + function + " may not " + action
                                + " there"));
            case Decision.CannotTell(var why) -> Stream.of(cannotTell(hop.from(), why));
        };
    }

    /** A target of another infrastructure has a policy nobody here has read. */
    private Stream<Finding> elsewhere(Cloud cloud, Resource function, Failures.Hop hop) {
        boolean allowed = hop.target() instanceof Value.Text arn
                && ACTIONS.values().stream()
                        .anyMatch(action -> cloud.rights()
                                .may(function, action, Target.named(arn))
                                .isAllowed());
        return allowed
                ? Stream.empty()
                : Stream.of(cannotTell(
                        hop.from(),
                        "the target for failures is not among what was read, and nothing that is known lets the role of "
                                + function + " send there"));
    }

    private static boolean isUnsaid(Value target) {
        return target.asText().filter(String::isEmpty).isPresent();
    }
}
