package dev.sluice.integration.sandbox.authorize;

import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.Stated;
import java.util.Optional;

/**
 * With what S3 encrypts what is put into a bucket.
 *
 * @param key the key, as the configuration names it; empty where S3 has one of its own
 * @param sharesKey whether objects share a key of the bucket's, made with that one
 */
record BucketEncryption(Optional<String> key, boolean sharesKey) {

    private static final String OF_BUCKET = "arn:aws:s3:::";

    /** That of a bucket, by its ARN; empty where it is no bucket's, or nothing was configured. */
    static Optional<BucketEncryption> of(Deployment deployment, String arn) {
        if (!arn.startsWith(OF_BUCKET)) {
            return Optional.empty();
        }
        return deployment
                .of("aws_s3_bucket_server_side_encryption_configuration")
                .filter(each -> arn.equals(OF_BUCKET + each.need("bucket")))
                .findFirst()
                .map(BucketEncryption::read);
    }

    private static BucketEncryption read(Stated configuration) {
        return new BucketEncryption(
                configuration.text("rule", "0", "apply_server_side_encryption_by_default", "0", "kms_master_key_id"),
                configuration.at("rule", "0", "bucket_key_enabled").asBoolean(false));
    }
}
