package dev.sluice.infra.construct;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.s3_bucket.S3Bucket;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfiguration;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfigurationRule;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfigurationRuleExpiration;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfigurationRuleFilter;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration;
import com.hashicorp.cdktf.providers.aws.s3_bucket_ownership_controls.S3BucketOwnershipControls;
import com.hashicorp.cdktf.providers.aws.s3_bucket_ownership_controls.S3BucketOwnershipControlsRule;
import com.hashicorp.cdktf.providers.aws.s3_bucket_policy.S3BucketPolicy;
import com.hashicorp.cdktf.providers.aws.s3_bucket_public_access_block.S3BucketPublicAccessBlock;
import com.hashicorp.cdktf.providers.aws.s3_bucket_server_side_encryption_configuration.S3BucketServerSideEncryptionConfigurationA;
import com.hashicorp.cdktf.providers.aws.s3_bucket_server_side_encryption_configuration.S3BucketServerSideEncryptionConfigurationRuleA;
import com.hashicorp.cdktf.providers.aws.s3_bucket_server_side_encryption_configuration.S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA;
import com.hashicorp.cdktf.providers.aws.s3_bucket_versioning.S3BucketVersioningA;
import com.hashicorp.cdktf.providers.aws.s3_bucket_versioning.S3BucketVersioningVersioningConfiguration;
import dev.sluice.blueprint.Resource;
import dev.sluice.infra.iam.PolicyDocument;
import dev.sluice.infra.iam.Statement;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.List;
import software.constructs.Construct;

/**
 * A bucket that nobody outside of the account reads, that takes nothing over an open line, encrypts and keeps versions, and
 * forgets in time.
 *
 * <p>It has no server access log: that would go, at best effort, into a further bucket that has to be kept and watched
 * itself. Who has to know who read a report switches on CloudTrail's data events for this bucket, which are complete and lie
 * where the account's other trails do.
 */
final class Bucket extends Construct {

    /** What a later version replaced, or somebody deleted, can be brought back for so long. */
    private static final int REPLACED_DAYS = 7;

    private static final int UNFINISHED_DAYS = 1;

    private final S3Bucket bucket;

    /** @param resource what the blueprint knows of it; its name has the account in it, since it is unique in the world */
    Bucket(Construct scope, Resource.Bucket resource, Settings settings, StackKey key, Location location) {
        super(scope, resource.name() + "-bucket");
        var address = resource.name();
        bucket = Address.keep(
                address,
                S3Bucket.Builder.create(this, "bucket")
                        .bucket(settings.nameOf(resource.name() + "-" + location.account()))
                        .forceDestroy(!settings.get(Options.DELETION_PROTECTION))
                        .build());
        var closed = close(address);
        own(address);
        encrypt(address, key);
        onlyByTls(address, closed);
        forget(address, settings, keepVersions(address));
    }

    String name() {
        return bucket.getBucket();
    }

    String arn() {
        return bucket.getArn();
    }

    private S3BucketPublicAccessBlock close(String address) {
        return Address.keep(
                address,
                S3BucketPublicAccessBlock.Builder.create(this, "public-access")
                        .bucket(bucket.getId())
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build());
    }

    /** Whoever writes into it: access control lists say nothing any more. */
    private void own(String address) {
        Address.keep(
                address,
                S3BucketOwnershipControls.Builder.create(this, "ownership")
                        .bucket(bucket.getId())
                        .rule(S3BucketOwnershipControlsRule.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build())
                        .build());
    }

    private void encrypt(String address, StackKey key) {
        Address.keep(
                address,
                S3BucketServerSideEncryptionConfigurationA.Builder.create(this, "encryption")
                        .bucket(bucket.getId())
                        .rule(List.of(S3BucketServerSideEncryptionConfigurationRuleA.builder()
                                .applyServerSideEncryptionByDefault(
                                        S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA
                                                .builder()
                                                .sseAlgorithm("aws:kms")
                                                .kmsMasterKeyId(key.arn())
                                                .build())
                                // One data key for many objects: KMS is not asked, and paid, for each.
                                .bucketKeyEnabled(true)
                                .build()))
                        .build());
    }

    private void onlyByTls(String address, S3BucketPublicAccessBlock closed) {
        Address.keep(
                address,
                S3BucketPolicy.Builder.create(this, "policy")
                        .bucket(bucket.getId())
                        .policy(PolicyDocument.of(
                                List.of(Statement.deny("OnlyByTls", List.of("s3:*"), List.of(arn(), arn() + "/*"))
                                        .when("Bool", "aws:SecureTransport", "false"))))
                        // S3 refuses to change both at one moment.
                        .dependsOn(List.<ITerraformDependable>of(closed))
                        .build());
    }

    private S3BucketVersioningA keepVersions(String address) {
        return Address.keep(
                address,
                S3BucketVersioningA.Builder.create(this, "versioning")
                        .bucket(bucket.getId())
                        .versioningConfiguration(S3BucketVersioningVersioningConfiguration.builder()
                                .status("Enabled")
                                .build())
                        .build());
    }

    private void forget(String address, Settings settings, S3BucketVersioningA versions) {
        Address.keep(
                address,
                S3BucketLifecycleConfiguration.Builder.create(this, "lifecycle")
                        .bucket(bucket.getId())
                        .rule(List.of(S3BucketLifecycleConfigurationRule.builder()
                                .id("forget")
                                .status("Enabled")
                                .filter(S3BucketLifecycleConfigurationRuleFilter.builder()
                                        .prefix("")
                                        .build())
                                .expiration(S3BucketLifecycleConfigurationRuleExpiration.builder()
                                        .days(settings.get(Options.REPORT_DAYS))
                                        .build())
                                .noncurrentVersionExpiration(
                                        S3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration.builder()
                                                .noncurrentDays(REPLACED_DAYS)
                                                .build())
                                .abortIncompleteMultipartUpload(
                                        S3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload.builder()
                                                .daysAfterInitiation(UNFINISHED_DAYS)
                                                .build())
                                .build()))
                        .dependsOn(List.<ITerraformDependable>of(versions))
                        .build());
    }
}
