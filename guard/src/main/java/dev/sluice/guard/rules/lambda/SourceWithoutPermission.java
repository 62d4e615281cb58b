package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Sources;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Context;
import dev.sluice.guard.iam.Decision;
import dev.sluice.guard.iam.Target;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A queue or stream that Lambda reads for a function whose role may not read it. */
public final class SourceWithoutPermission implements Rule {

    private static final Card CARD = new Card(
            "lambda-source-without-permission",
            Severity.ERROR,
            "A function's role may not read its event source",
            "Lambda reads the queue or stream with the function's role. Without the right, making the mapping fails, or it "
                    + "stops reading and what waits there grows old.",
            "Allow the role what is named, on the queue or on the stream's ARN. sqs:ChangeMessageVisibility is not needed.",
            "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-permissions");

    private static final List<String> OF_QUEUES =
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
    private static final List<String> OF_TABLES = List.of(
            "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream", "dynamodb:ListStreams");
    private static final List<String> OF_STREAMS =
            List.of("kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStream");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_lambda_event_source_mapping").stream()
                .flatMap(mapping -> cloud.functions().meant(mapping.at("function_name")).stream()
                        .flatMap(function -> found(cloud, mapping, function)));
    }

    private Stream<Finding> found(Cloud cloud, Resource mapping, Resource function) {
        var denied = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (var action : actions(cloud.sources().of(mapping))) {
            switch (may(cloud, mapping, function, action)) {
                case Decision.Allowed ignored -> {}
                case Decision.Denied ignored -> denied.add(action);
                case Decision.CannotTell(var why) -> open.add(why);
            }
        }
        if (!denied.isEmpty()) {
            return Stream.of(broken(
                    mapping,
                    "the role of " + function + " may not " + String.join(", ", denied) + " on "
                            + mapping.at("event_source_arn")));
        }
        return open.stream().limit(1).map(why -> cannotTell(mapping, why));
    }

    private static List<String> actions(Sources.Kind kind) {
        return switch (kind) {
            case QUEUE -> OF_QUEUES;
            case TABLE -> OF_TABLES;
            case KINESIS -> OF_STREAMS;
            case OTHER, OPEN -> List.of();
        };
    }

    private static Decision may(Cloud cloud, Resource mapping, Resource function, String action) {
        var source = mapping.at("event_source_arn");
        var resource = cloud.graph().target(source, "aws_sqs_queue", "aws_dynamodb_table", "aws_kinesis_stream");
        if (resource.isEmpty()) {
            return elsewhere(cloud, function, action, source);
        }
        var named = source instanceof Value.Text text ? Target.named(text) : Target.of(resource.get());
        var decision = cloud.rights().may(function, action, resource.get(), named, Context.unknown());
        if (decision.isAllowed()) {
            return decision;
        }
        // A policy may mean a table's stream by what follows the table's ARN.
        var known =
                Target.within(resource.get(), resource.get().type().equals("aws_dynamodb_table") ? "/stream/*" : "");
        return cloud.rights().may(function, action, resource.get(), known, Context.unknown());
    }

    /** What is not among what was read may have a policy that lets the role in. */
    private static Decision elsewhere(Cloud cloud, Resource function, String action, Value source) {
        var decision = source instanceof Value.Text text
                ? cloud.rights().may(function, action, Target.named(text))
                : new Decision.CannotTell("which source it reads is decided by a deploy");
        return decision.isDenied()
                ? new Decision.CannotTell(
                        "the source is not among what was read, and nothing that is known lets the role " + "of "
                                + function + " do " + action + " there")
                : decision;
    }
}
