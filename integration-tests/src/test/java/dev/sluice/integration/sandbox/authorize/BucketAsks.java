package dev.sluice.integration.sandbox.authorize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** S3's objects, with the key of their bucket (AWS, "Using server-side encryption with AWS KMS keys"). */
final class BucketAsks implements Asks {

    private final Asks control;
    private final Places places;
    private final KeyUse keys;

    BucketAsks(Asks control, Places places, KeyUse keys) {
        this.control = control;
        this.places = places;
        this.keys = keys;
    }

    @Override
    public Optional<List<Needed>> of(Operation operation) {
        return control.of(operation).map(needs -> switch (operation.name()) {
            case "PutObject" -> with(needs, operation, "GenerateDataKey");
            case "GetObject", "HeadObject" -> with(needs, operation, "Decrypt");
            default -> needs;
        });
    }

    /** With a bucket key the bucket is the context; without one the object. */
    private List<Needed> with(List<Needed> needs, Operation operation, String ofKey) {
        var bucket = places.bucket(operation.parameter("Bucket"));
        var object = needs.getFirst().arn();
        var all = new ArrayList<>(needs);
        all.addAll(keys.byCaller(
                bucket, "s3", Map.of("aws:s3:arn", places.hasBucketKey(bucket) ? bucket : object), ofKey));
        return all;
    }
}
