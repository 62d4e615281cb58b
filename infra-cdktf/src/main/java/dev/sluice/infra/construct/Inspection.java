package dev.sluice.infra.construct;

import dev.sluice.infra.iam.Statement;
import dev.sluice.infra.settings.Settings;
import java.util.List;

/**
 * What the scanner may read: how everything of an environment is configured, and nothing of what it keeps.
 *
 * <p>Each action is one that a reader calls, on what bears a name of the environment. Where AWS knows no resource for an
 * action, or one alone that stands for all of its kind, there is no narrower one to name: those are the ones that list.
 * (AWS, "Service Authorization Reference", June 2026.)
 */
final class Inspection {

    /** They list what there is, or tell of the account, and are allowed for all of it or not at all. */
    private static final List<String> WITHOUT_RESOURCES = List.of(
            "config:DescribeConfigurationRecorderStatus",
            "dynamodb:ListTables",
            "kms:ListAliases",
            "lambda:ListEventSourceMappings",
            "lambda:ListFunctions",
            "s3:ListAllMyBuckets",
            "secretsmanager:ListSecrets",
            "sns:GetSubscriptionAttributes",
            "sns:ListSubscriptions",
            "sns:ListTopics",
            "sqs:ListQueues",
            "tag:GetResources");

    private Inspection() {}

    static List<Statement> of(Settings settings, Location location) {
        var named = settings.nameOf("*");
        return List.of(
                Statement.allow("InspectsWhatThereIs", WITHOUT_RESOURCES, List.of("*")),
                Statement.allow(
                        "InspectsByKind",
                        List.of("cloudwatch:DescribeAlarms", "events:ListRules", "logs:DescribeLogGroups"),
                        List.of(
                                location.arn("cloudwatch", "alarm:*"),
                                location.arn("events", "rule/*"),
                                location.arn("logs", "log-group:*"))),
                Statement.allow(
                        "InspectsAlarms",
                        List.of("cloudwatch:ListTagsForResource"),
                        List.of(location.arn("cloudwatch", "alarm:" + named))),
                // Its parts have ids and no names of ours.
                Statement.allow(
                        "InspectsApis",
                        List.of("apigateway:GET"),
                        List.of(
                                location.arnInRegion("apigateway", "/apikeys"),
                                location.arnInRegion("apigateway", "/restapis"),
                                location.arnInRegion("apigateway", "/restapis/*/resources"),
                                location.arnInRegion("apigateway", "/restapis/*/stages"),
                                location.arnInRegion("apigateway", "/usageplans"))),
                Statement.allow(
                        "InspectsBuckets",
                        List.of(
                                "s3:GetBucketAcl",
                                "s3:GetBucketLogging",
                                "s3:GetBucketPolicy",
                                "s3:GetBucketPublicAccessBlock",
                                "s3:GetBucketTagging",
                                "s3:GetBucketVersioning",
                                "s3:GetEncryptionConfiguration",
                                "s3:GetLifecycleConfiguration"),
                        List.of(location.arnInPartition("s3", named))),
                Statement.allow(
                        "InspectsFunctions",
                        List.of(
                                "lambda:GetFunctionConcurrency",
                                "lambda:GetPolicy",
                                "lambda:ListAliases",
                                "lambda:ListFunctionEventInvokeConfigs",
                                "lambda:ListProvisionedConcurrencyConfigs",
                                "lambda:ListTags"),
                        List.of(
                                location.arn("lambda", "function:" + named),
                                location.arn("lambda", "function:" + named + ":*"))),
                // A key has an id: it is known by an alias.
                Statement.allow(
                                "InspectsKeys",
                                List.of(
                                        "kms:DescribeKey",
                                        "kms:GetKeyPolicy",
                                        "kms:GetKeyRotationStatus",
                                        "kms:ListResourceTags"),
                                List.of(location.arn("kms", "key/*")))
                        .when("ForAnyValue:StringLike", "kms:ResourceAliases", "alias/" + named),
                Statement.allow(
                        "InspectsLogGroups",
                        List.of("logs:ListTagsForResource"),
                        List.of(
                                location.arn("logs", "log-group:" + LogGroup.functionLogs(named)),
                                location.arn("logs", "log-group:" + LogGroup.apiLogs(named)))),
                Statement.allow(
                        "InspectsQueues",
                        List.of("sqs:GetQueueAttributes", "sqs:ListQueueTags"),
                        List.of(location.arn("sqs", named))),
                Statement.allow(
                        "InspectsRoles",
                        List.of(
                                "iam:GetRole",
                                "iam:GetRolePolicy",
                                "iam:ListAttachedRolePolicies",
                                "iam:ListRolePolicies"),
                        List.of(location.arnInAccount("iam", "role/" + named))),
                Statement.allow(
                        "InspectsRules",
                        List.of("events:ListTagsForResource", "events:ListTargetsByRule"),
                        List.of(location.arn("events", "rule/" + named))),
                Statement.allow(
                        "InspectsSecrets",
                        List.of("secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"),
                        List.of(location.arn("secretsmanager", "secret:" + named + "/*"))),
                Statement.allow(
                        "InspectsTables",
                        List.of(
                                "dynamodb:DescribeContinuousBackups",
                                "dynamodb:DescribeTable",
                                "dynamodb:GetResourcePolicy",
                                "dynamodb:ListTagsOfResource"),
                        List.of(location.arn("dynamodb", "table/" + named))),
                Statement.allow(
                        "InspectsTopics",
                        List.of("sns:GetTopicAttributes", "sns:ListTagsForResource"),
                        List.of(location.arn("sns", named))));
    }
}
