package dev.sluice.infra.guard;

import java.util.List;

/** What would break the rules about buckets. */
final class S3Mutations {

    static final List<Mutation> ALL = List.of(
            Mutation.of("s3-public-bucket", "a bucket is for everyone to read", stack -> bucket(stack, "public-read")),
            Mutation.of("s3-public-access-block-off", "a bucket's public access block is switched off", stack -> {
                bucket(stack, "private");
                stack.add("aws_s3_bucket_public_access_block", "reports", """
            {"bucket": "${aws_s3_bucket.reports.id}", "block_public_acls": true, "ignore_public_acls": true,
             "block_public_policy": false, "restrict_public_buckets": true}""");
            }));

    private S3Mutations() {}

    /** The pipeline has no bucket: one that is right but for its access control list. */
    private static void bucket(StackJson stack, String acl) {
        stack.add("aws_s3_bucket", "reports", """
                {"bucket": "sluice-reports-dev", "acl": "%s"}""".formatted(acl));
        stack.add("aws_s3_bucket_server_side_encryption_configuration", "reports", """
                {"bucket": "${aws_s3_bucket.reports.id}", "rule": {"apply_server_side_encryption_by_default":
                 {"sse_algorithm": "aws:kms", "kms_master_key_id": "${aws_kms_key.pipeline.arn}"}}}""");
    }
}
