package dev.sluice.infra.guard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** What would break rules in the stack that watches: of its bucket and its schedule, which the pipeline has none of. */
final class WatchMutations {

    static final List<Mutation> ALL = List.of(
            Mutation.of(
                    "s3-public-access-block-off",
                    "the bucket's policy may be for everyone",
                    stack -> stack.resource("aws_s3_bucket_public_access_block", "reports")
                            .put("block_public_policy", false)),
            Mutation.of("s3-public-bucket", "the reports are for everyone to read, and nothing blocks it", stack -> {
                stack.remove("aws_s3_bucket_public_access_block", "reports");
                stack.remove("aws_s3_bucket_ownership_controls", "reports");
                stack.resource("aws_s3_bucket", "reports").put("acl", "public-read");
            }),
            Mutation.of(
                    "kms-no-key-of-its-own",
                    "the reports are encrypted with S3's key",
                    stack -> stack.remove("aws_s3_bucket_server_side_encryption_configuration", "reports")),
            Mutation.of(
                    "kms-function-locked-out",
                    "the scanner may put reports, and not use their key",
                    stack -> stack.withoutRight("scanner", "UsesTheKeyThroughS3")),
            Mutation.of(
                    "kms-delivery-locked-out",
                    "the key does not let EventBridge use it",
                    stack -> stack.statements(
                            "aws_kms_key", "compliance", "policy", all -> without(all, "EventsIntoQueues"))),
            Mutation.of(
                    "lambda-permission-without-qualifier",
                    "the clock may invoke the function and not its alias",
                    stack -> stack.resource("aws_lambda_permission", "scanner_from_scan")
                            .remove("qualifier")),
            Mutation.of(
                    "lambda-failure-target-without-permission",
                    "a scan that failed may not be sent to its queue",
                    stack -> stack.withoutRight("scanner", "FailsIntoScannerDlq")),
            Mutation.of(
                    "cloudwatch-dead-letters-unwatched",
                    "nobody hears of scans that failed and were given up",
                    stack -> {
                        stack.remove("aws_cloudwatch_metric_alarm", "scanner_dlq_age");
                        stack.remove("aws_cloudwatch_metric_alarm", "scanner_dlq_letters");
                    }),
            Mutation.of(
                    "sqs-visibility-under-timeout",
                    "a request to repair turns visible again while it is seen to",
                    stack -> stack.resource("aws_sqs_queue", "repairs").put("visibility_timeout_seconds", 60)),
            Mutation.of(
                    "iam-wildcard-resource",
                    "the remediator may change every queue",
                    stack ->
                            stack.right("remediator", "RepairsDeadLetterQueues", right -> right.put("Resource", "*"))));

    private WatchMutations() {}

    private static void without(ArrayNode all, String sid) {
        var gone = StackJson.statement(all, sid);
        for (int index = all.size() - 1; index >= 0; index--) {
            if (all.get(index).equals(gone)) {
                all.remove(index);
            }
        }
    }
}
