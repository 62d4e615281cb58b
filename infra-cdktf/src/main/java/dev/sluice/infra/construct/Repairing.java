package dev.sluice.infra.construct;

import dev.sluice.infra.iam.Statement;
import dev.sluice.infra.settings.Settings;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the remediator may change, and read before and after: the few things that can be put right without harm, on what bears
 * a name of the environment.
 */
final class Repairing {

    private Repairing() {}

    static List<Statement> of(Settings settings, Location location) {
        var named = settings.nameOf("*");
        return List.of(
                Statement.allow(
                        "RepairsBuckets",
                        List.of(
                                "s3:GetBucketPublicAccessBlock",
                                "s3:GetBucketTagging",
                                "s3:PutBucketPublicAccessBlock",
                                "s3:PutBucketTagging"),
                        List.of(location.arnInPartition("s3", named))),
                Statement.allow(
                        "RepairsDeadLetterQueues",
                        List.of("sqs:GetQueueAttributes", "sqs:SetQueueAttributes"),
                        List.of(location.arn("sqs", settings.nameOf("*-dlq")))),
                Statement.allow(
                        "RepairsFunctions",
                        List.of(
                                "lambda:GetFunctionConfiguration",
                                "lambda:ListTags",
                                "lambda:TagResource",
                                "lambda:UpdateFunctionConfiguration"),
                        List.of(
                                location.arn("lambda", "function:" + named),
                                location.arn("lambda", "function:" + named + ":*"))),
                // One group by its name alone cannot be asked for: it is listed by the beginning of its name.
                Statement.allow(
                        "RepairsByKind",
                        List.of("logs:DescribeLogGroups"),
                        List.of(location.arn("logs", "log-group:*"))),
                Statement.allow(
                        "RepairsLogGroups",
                        List.of("logs:ListTagsForResource", "logs:PutRetentionPolicy", "logs:TagResource"),
                        logGroups(named, location)),
                Statement.allow(
                        "RepairsQueues",
                        List.of("sqs:ListQueueTags", "sqs:TagQueue"),
                        List.of(location.arn("sqs", named))),
                Statement.allow(
                        "RepairsTables",
                        List.of(
                                "dynamodb:DescribeContinuousBackups",
                                "dynamodb:ListTagsOfResource",
                                "dynamodb:TagResource",
                                "dynamodb:UpdateContinuousBackups"),
                        List.of(location.arn("dynamodb", "table/" + named))),
                Statement.allow(
                        "RepairsTopics",
                        List.of(
                                "sns:GetTopicAttributes",
                                "sns:ListTagsForResource",
                                "sns:SetTopicAttributes",
                                "sns:TagResource"),
                        List.of(location.arn("sns", named))));
    }

    /** A group is named with and without what stands for its streams, by one action and by another. */
    private static List<String> logGroups(String named, Location location) {
        return Stream.of(LogGroup.functionLogs(named), LogGroup.apiLogs(named))
                .map(group -> location.arn("logs", "log-group:" + group))
                .flatMap(arn -> Stream.of(arn, arn + ":*"))
                .toList();
    }
}
