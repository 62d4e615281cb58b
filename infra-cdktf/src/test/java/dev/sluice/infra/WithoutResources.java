package dev.sluice.infra;

import java.util.Map;

/**
 * The actions that may stand on {@code *} in a role's policy, each with AWS's reason that there is nothing narrower (AWS,
 * "Service Authorization Reference", June 2026).
 */
final class WithoutResources {

    private static final String LISTS = "it lists all there is, and its table of actions names no resource type";

    static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("xray:PutTelemetryRecords", "X-Ray's segments and telemetry are no resources"),
            Map.entry("xray:PutTraceSegments", "X-Ray's segments and telemetry are no resources"),
            Map.entry(
                    "config:DescribeConfigurationRecorderStatus",
                    "an account has one recorder of its own a region, and it is asked for by its name or not at all"),
            Map.entry("dynamodb:ListTables", LISTS),
            Map.entry("kms:ListAliases", LISTS),
            Map.entry("lambda:ListEventSourceMappings", LISTS),
            Map.entry("lambda:ListFunctions", LISTS),
            Map.entry("s3:ListAllMyBuckets", LISTS),
            Map.entry("secretsmanager:ListSecrets", LISTS),
            Map.entry("sns:GetSubscriptionAttributes", "a subscription is no resource type of SNS's, which are topics"),
            Map.entry("sns:ListSubscriptions", LISTS),
            Map.entry("sns:ListTopics", LISTS),
            Map.entry("sqs:ListQueues", LISTS),
            Map.entry("tag:GetResources", "it finds resources of every service, and allows none of them by name"));

    private WithoutResources() {}
}
