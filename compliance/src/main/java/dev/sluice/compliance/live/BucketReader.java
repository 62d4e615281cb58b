package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Reads S3: each bucket of the region, and what is said of it in resources of their own.
 *
 * <p>A bucket is {@code aws_s3_bucket.NAME}, and each of the others has the bucket's name as well; see {@link BucketParts}.
 */
final class BucketReader implements ServiceReader {

    private static final Service S3 = new Service("s3");

    private final S3Client s3;

    BucketReader(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        var bearing = new HashSet<>(tagged.of("s3", ""));
        var region = s3.serviceClientConfiguration().region().id();
        return S3
                .list(
                        "ListBuckets",
                        () -> s3.listBucketsPaginator(request -> request.bucketRegion(region))
                                .buckets())
                .stream()
                .map(Bucket::name)
                .filter(name -> scope.names(name) || bearing.contains(name))
                .flatMap(name -> bucket(name, unread))
                .toList();
    }

    private Stream<Resource> bucket(String name, Unread unread) {
        var bucket = LiveResource.of("aws_s3_bucket", name)
                .text("bucket", name)
                .text("id", name)
                .text(
                        "arn",
                        "arn:"
                                + s3.serviceClientConfiguration()
                                        .region()
                                        .metadata()
                                        .partition()
                                        .id() + ":s3:::" + name)
                .tags(Map.of());
        return S3
                .about(bucket, unread)
                .of(
                        "GetBucketTagging",
                        "NoSuchTagSet",
                        () -> s3.getBucketTagging(request -> request.bucket(name)).tagSet().stream()
                                .collect(Collectors.toMap(Tag::key, Tag::value)),
                        bucket::tags,
                        List.of("tags", "tags_all"))
                .made()
                .stream()
                .flatMap(made -> Stream.concat(Stream.of(made), new BucketParts(S3, s3, name, unread).read()));
    }
}
