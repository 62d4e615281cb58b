package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Arns;
import dev.sluice.guard.iam.Decision;
import dev.sluice.guard.iam.Target;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.ArrayList;
import java.util.stream.Stream;

/** A role that may make log groups, so that nobody knows which there are. */
public final class MayCreateLogGroups implements Rule {

    private static final Card CARD = new Card(
            "lambda-may-create-log-groups",
            Severity.NOTE,
            "A function's role may create log groups",
            "A group that a function creates keeps everything for ever and has no key. After a destroy, the last lines of a "
                    + "function make its group anew, and the next apply fails because it is there already.",
            "Make the group with aws_cloudwatch_log_group and allow the role logs:CreateLogStream and logs:PutLogEvents on "
                    + "it only, in place of AWSLambdaBasicExecutionRole.",
            "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream().flatMap(function -> found(cloud, function));
    }

    private Stream<Finding> found(Cloud cloud, Resource function) {
        return switch (cloud.rights().may(function, "logs:CreateLogGroup", group(cloud, function))) {
            case Decision.Allowed(var by) -> Stream.of(broken(function, "its role may logs:CreateLogGroup, by " + by));
            case Decision.Denied ignored -> Stream.empty();
            case Decision.CannotTell(var why) -> Stream.of(cannotTell(function, why));
        };
    }

    /** CreateLogGroup is asked for with the group's ARN and an empty stream behind it. */
    private static Target group(Cloud cloud, Resource function) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece.Literal("arn:aws:logs:"));
        pieces.addAll(Value.symbol("data.aws_region.current", "name").pieces());
        pieces.add(new Piece.Literal(":"));
        pieces.addAll(Arns.account().pieces());
        pieces.add(new Piece.Literal(":log-group:"));
        pieces.addAll(
                cloud.graph().spelled(cloud.logGroups().name(function)) instanceof Value.Text text
                        ? text.pieces()
                        : Value.symbol(function.address(), "log_group").pieces());
        pieces.add(new Piece.Literal(":log-stream:"));
        return Target.named(new Value.Text(pieces));
    }
}
