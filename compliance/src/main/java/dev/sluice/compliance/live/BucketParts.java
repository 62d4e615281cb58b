package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/**
 * What is said of a bucket beside it: each a resource of the bucket's name, where there is any.
 *
 * <p>A bucket without a public access block is told with one of which every lock is off: that is what such a bucket is, and
 * whoever took the block away did the same as whoever switched it off.
 */
record BucketParts(Service service, S3Client s3, String bucket, Unread unread) {

    private static final List<String> LOCKS =
            List.of("block_public_acls", "ignore_public_acls", "block_public_policy", "restrict_public_buckets");

    Stream<Resource> read() {
        return Stream.of(publicAccessBlock(), policy(), acl(), encryption(), versioning(), lifecycle(), logging())
                .flatMap(Optional::stream);
    }

    private Optional<Resource> publicAccessBlock() {
        var block = part("aws_s3_bucket_public_access_block");
        LOCKS.forEach(lock -> block.truth(lock, false));
        return service.about(block, unread)
                .of(
                        "GetPublicAccessBlock",
                        "NoSuchPublicAccessBlockConfiguration",
                        () -> s3.getPublicAccessBlock(request -> request.bucket(bucket))
                                .publicAccessBlockConfiguration(),
                        locks -> locked(block, locks),
                        LOCKS)
                .made();
    }

    private static void locked(LiveResource block, PublicAccessBlockConfiguration locks) {
        block.truth("block_public_acls", locks.blockPublicAcls())
                .truth("ignore_public_acls", locks.ignorePublicAcls())
                .truth("block_public_policy", locks.blockPublicPolicy())
                .truth("restrict_public_buckets", locks.restrictPublicBuckets());
    }

    private Optional<Resource> policy() {
        return part(
                "aws_s3_bucket_policy",
                "GetBucketPolicy",
                () -> s3.getBucketPolicy(request -> request.bucket(bucket)).policy(),
                (part, policy) -> part.text("policy", policy),
                "policy");
    }

    /** Of those who are granted something only groups are told: accounts and persons are nobody's to keep. */
    private Optional<Resource> acl() {
        return part(
                "aws_s3_bucket_acl",
                "GetBucketAcl",
                () -> s3.getBucketAcl(request -> request.bucket(bucket)).grants(),
                (part, grants) -> part.set(
                        "access_control_policy",
                        LiveResource.block(Map.of(
                                "grant",
                                new Value.Items(grants.stream()
                                        .filter(grant -> grant.grantee().uri() != null)
                                        .map(BucketParts::grant)
                                        .toList())))),
                "access_control_policy");
    }

    private static Value grant(Grant grant) {
        return new Value.Fields(Map.of(
                "permission",
                Value.text(grant.permissionAsString()),
                "grantee",
                LiveResource.block(Map.of("uri", Value.text(grant.grantee().uri())))));
    }

    private Optional<Resource> encryption() {
        return part(
                "aws_s3_bucket_server_side_encryption_configuration",
                "GetBucketEncryption",
                () -> s3.getBucketEncryption(request -> request.bucket(bucket))
                        .serverSideEncryptionConfiguration()
                        .rules(),
                (part, rules) -> part.set(
                        "rule",
                        new Value.Items(
                                rules.stream().map(BucketParts::encrypting).toList())),
                "rule");
    }

    private static Value encrypting(ServerSideEncryptionRule rule) {
        var preset = new LinkedHashMap<String, Value>();
        var told = rule.applyServerSideEncryptionByDefault();
        if (told != null) {
            preset.put("sse_algorithm", Value.text(told.sseAlgorithmAsString()));
            if (told.kmsMasterKeyID() != null) {
                preset.put("kms_master_key_id", Value.text(told.kmsMasterKeyID()));
            }
        }
        return new Value.Fields(Map.of("apply_server_side_encryption_by_default", LiveResource.block(preset)));
    }

    private Optional<Resource> versioning() {
        return part(
                "aws_s3_bucket_versioning",
                "GetBucketVersioning",
                () -> s3.getBucketVersioning(request -> request.bucket(bucket)),
                (part, told) -> part.set(
                        "versioning_configuration",
                        LiveResource.block(Map.of(
                                "status", Value.text(told.status() == null ? "Disabled" : told.statusAsString())))),
                "versioning_configuration");
    }

    private Optional<Resource> lifecycle() {
        return part(
                "aws_s3_bucket_lifecycle_configuration",
                "GetBucketLifecycleConfiguration",
                () -> s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket))
                        .rules(),
                (part, rules) -> part.set(
                        "rule",
                        new Value.Items(rules.stream().map(BucketParts::ending).toList())),
                "rule");
    }

    private static Value ending(LifecycleRule rule) {
        var members = new LinkedHashMap<String, Value>();
        members.put("id", rule.id() == null ? Value.absent() : Value.text(rule.id()));
        members.put("status", Value.text(rule.statusAsString()));
        if (rule.expiration() != null && rule.expiration().days() != null) {
            members.put(
                    "expiration",
                    LiveResource.block(
                            Map.of("days", Value.number(rule.expiration().days()))));
        }
        return new Value.Fields(members);
    }

    private Optional<Resource> logging() {
        return part(
                        "aws_s3_bucket_logging",
                        "GetBucketLogging",
                        () -> s3.getBucketLogging(request -> request.bucket(bucket)),
                        (part, told) -> part.text(
                                "target_bucket",
                                told.loggingEnabled() == null
                                        ? null
                                        : told.loggingEnabled().targetBucket()),
                        "target_bucket")
                .filter(made -> !made.at("target_bucket").isAbsent());
    }

    /** What answers, where there is none, as if there were no such thing. */
    private <T> Optional<Resource> part(
            String type, String action, Supplier<T> question, BiConsumer<LiveResource, T> told, String attribute) {
        var part = part(type);
        return service.about(part, unread)
                .of(action, question, answer -> told.accept(part, answer), List.of(attribute))
                .made();
    }

    private LiveResource part(String type) {
        return LiveResource.of(type, bucket).text("bucket", bucket).text("id", bucket);
    }
}
