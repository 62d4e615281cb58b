package dev.sluice.compliance.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** The tags of buckets, by ARN; S3 takes all of them at once, so those that a bucket has are written again. */
record BucketTags(S3Client s3) implements Tagging {

    static final Set<String> ABSENT = Set.of("NoSuchBucket");

    private static final String UNTAGGED = "NoSuchTagSet";
    private static final String BEFORE_NAME = ":::";

    @Override
    public Optional<Map<String, String>> tags(String arn) {
        return of(name(arn));
    }

    /** All tags of the bucket of that name. */
    Optional<Map<String, String>> of(String bucket) {
        return Calls.find("S3 GetBucketTagging", ABSENT, () -> written(bucket));
    }

    private Map<String, String> written(String bucket) {
        try {
            return s3.getBucketTagging(request -> request.bucket(bucket)).tagSet().stream()
                    .collect(Collectors.toMap(Tag::key, Tag::value));
        } catch (S3Exception e) {
            if (UNTAGGED.equals(e.awsErrorDetails().errorCode())) {
                return Map.of();
            }
            throw e;
        }
    }

    @Override
    public void add(String arn, Map<String, String> tags) {
        var all = new HashMap<>(tags(arn).orElseGet(Map::of));
        all.putAll(tags);
        var written = all.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        Calls.make(
                "S3 PutBucketTagging",
                () -> s3.putBucketTagging(
                        request -> request.bucket(name(arn)).tagging(tagging -> tagging.tagSet(written))));
    }

    private static String name(String arn) {
        return arn.substring(arn.indexOf(BEFORE_NAME) + BEFORE_NAME.length());
    }
}
