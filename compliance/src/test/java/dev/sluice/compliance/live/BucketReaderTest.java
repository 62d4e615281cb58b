package dev.sluice.compliance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.handlers.port.Unavailable;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

class BucketReaderTest {

    private static final Tagged NOTHING = new Tagged(List.of());
    private static final String BLOCK = "aws_s3_bucket_public_access_block";
    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

    private final S3Client s3 = Staged.clients().made(S3Client.builder().forcePathStyle(true));
    private final Unread unread = new Unread();

    @Test
    void aBucketAndWhatIsSaidOfItAreResourcesOfItsName() {
        var name = bucket("sluice-reports-buckets-all");
        s3.putBucketTagging(request -> request.bucket(name)
                .tagging(tags ->
                        tags.tagSet(Tag.builder().key("Project").value("sluice").build())));
        s3.putPublicAccessBlock(request -> request.bucket(name)
                .publicAccessBlockConfiguration(locks -> locks.blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(false)));
        s3.putBucketPolicy(request -> request.bucket(name).policy(POLICY));
        s3.putBucketVersioning(request -> request.bucket(name)
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        s3.putBucketEncryption(request -> request.bucket(name)
                .serverSideEncryptionConfiguration(encryption -> encryption.rules(ServerSideEncryptionRule.builder()
                        .applyServerSideEncryptionByDefault(preset -> preset.sseAlgorithm(ServerSideEncryption.AWS_KMS)
                                .kmsMasterKeyID("alias/orders"))
                        .build())));
        s3.putBucketLifecycleConfiguration(request -> request.bucket(name)
                .lifecycleConfiguration(lifecycle -> lifecycle.rules(LifecycleRule.builder()
                        .id("ends")
                        .status(ExpirationStatus.ENABLED)
                        .filter(filter -> filter.prefix(""))
                        .expiration(end -> end.days(400))
                        .build())));

        var read = read(new BucketReader(s3), "buckets-all", NOTHING);

        assertThat(read).extracting(Resource::name).containsOnly(name);
        assertThat(of(read, "aws_s3_bucket").at("arn")).isEqualTo(Value.text("arn:aws:s3:::" + name));
        assertThat(of(read, "aws_s3_bucket").at("tags", "Project")).isEqualTo(Value.text("sluice"));
        assertThat(of(read, BLOCK).at("block_public_policy").asTruth()).contains(true);
        assertThat(of(read, BLOCK).at("restrict_public_buckets").asTruth()).contains(false);
        assertThat(of(read, "aws_s3_bucket_policy").at("policy")).isEqualTo(Value.text(POLICY));
        assertThat(of(read, "aws_s3_bucket_versioning").at("versioning_configuration", "status"))
                .isEqualTo(Value.text("Enabled"));
        assertThat(of(read, "aws_s3_bucket_server_side_encryption_configuration")
                        .at("rule", "apply_server_side_encryption_by_default", "kms_master_key_id"))
                .isEqualTo(Value.text("alias/orders"));
        assertThat(of(read, "aws_s3_bucket_lifecycle_configuration").at("rule", "expiration", "days"))
                .isEqualTo(Value.number(400));
        assertThat(of(read, "aws_s3_bucket_acl")
                        .at("access_control_policy", "grant")
                        .each())
                .isEmpty();
        assertThat(read).extracting(Resource::type).doesNotContain("aws_s3_bucket_logging");
        assertThat(unread.all()).isEmpty();
    }

    @Test
    void aBucketWithoutAPublicAccessBlockHasEveryLockOff() {
        var name = bucket("sluice-open-buckets-open");
        s3.deletePublicAccessBlock(request -> request.bucket(name));

        assertThat(of(read(new BucketReader(s3), "buckets-open", NOTHING), BLOCK)
                        .attributes()
                        .values())
                .containsEntry("block_public_acls", new Value.Truth(false))
                .containsEntry("ignore_public_acls", new Value.Truth(false))
                .containsEntry("block_public_policy", new Value.Truth(false))
                .containsEntry("restrict_public_buckets", new Value.Truth(false));
    }

    @Test
    void aBucketThatGrantsItselfToEveryoneSaysSo() {
        s3.createBucket(request -> request.bucket("sluice-public-buckets-granted")
                .acl(BucketCannedACL.PUBLIC_READ)
                .createBucketConfiguration(place -> place.locationConstraint("eu-west-2")));

        assertThat(of(read(new BucketReader(s3), "buckets-granted", NOTHING), "aws_s3_bucket_acl")
                        .at("access_control_policy", "grant", "grantee", "uri")
                        .asText())
                .hasValueSatisfying(uri -> assertThat(uri).endsWith("/AllUsers"));
    }

    @Test
    void everyPageOfTheListIsRead() {
        List.of("a", "b", "c", "d", "e").forEach(name -> bucket("sluice-" + name + "-buckets-paged"));
        var inTwo = Staged.client(S3Client.class, s3, "listBuckets", (request, real) -> {
            var all = ((ListBucketsResponse) real.apply(request)).buckets();
            return ((ListBucketsRequest) request).continuationToken() == null
                    ? ListBucketsResponse.builder()
                            .buckets(all.subList(0, 2))
                            .continuationToken("more")
                            .build()
                    : ListBucketsResponse.builder()
                            .buckets(all.subList(2, all.size()))
                            .build();
        });

        assertThat(read(new BucketReader(inTwo), "buckets-paged", NOTHING))
                .filteredOn(each -> each.type().equals("aws_s3_bucket"))
                .hasSize(5);
    }

    @Test
    void whatBearsTheTagsIsReadWhateverItIsCalledAndOnceOnly() {
        var tagged = new Tagged(List.of(
                "arn:aws:s3:::" + bucket("called-otherwise-for-buckets"),
                "arn:aws:s3:::" + bucket("sluice-mine-buckets-tagged")));

        assertThat(read(new BucketReader(s3), "buckets-tagged", tagged))
                .filteredOn(each -> each.type().equals("aws_s3_bucket"))
                .extracting(Resource::name)
                .containsExactlyInAnyOrder("called-otherwise-for-buckets", "sluice-mine-buckets-tagged");
    }

    @Test
    void aBucketThatIsDeletedWhileItIsReadIsNotThere() {
        var name = bucket("sluice-brief-buckets-gone");
        var deleting = Staged.client(
                S3Client.class,
                s3,
                "getBucketTagging",
                Staged.after(() -> s3.deleteBucket(request -> request.bucket(name))));

        assertThat(read(new BucketReader(deleting), "buckets-gone", NOTHING)).isEmpty();
        assertThat(unread.all()).isEmpty();
    }

    @Test
    void whatCannotBeReadOfABucketIsUnknownAndTold() {
        bucket("sluice-shut-buckets-refused");
        var refusing = Staged.client(S3Client.class, s3, "getPublicAccessBlock", Staged.refuses());

        var block = of(read(new BucketReader(refusing), "buckets-refused", NOTHING), BLOCK);

        assertThat(block.at("block_public_policy").isOpen()).isTrue();
        assertThat(unread.all())
                .extracting(told -> told.place().file() + " " + told.why())
                .containsExactly(BLOCK + ".sluice-shut-buckets-refused s3:GetPublicAccessBlock: AccessDenied");
    }

    @Test
    void withoutAListNothingCanBeSaid() {
        var refusing = Staged.client(S3Client.class, s3, "listBuckets", Staged.refuses());

        assertThatThrownBy(() -> read(new BucketReader(refusing), "buckets-unlisted", NOTHING))
                .isInstanceOf(Unavailable.class)
                .hasMessage("s3:ListBuckets: AccessDenied");
    }

    private String bucket(String name) {
        s3.createBucket(request ->
                request.bucket(name).createBucketConfiguration(place -> place.locationConstraint("eu-west-2")));
        return name;
    }

    private static Resource of(List<Resource> all, String type) {
        return all.stream().filter(each -> each.type().equals(type)).findFirst().orElseThrow();
    }

    private List<Resource> read(BucketReader reader, String suffix, Tagged tagged) {
        return reader.read(Staged.scope(suffix), tagged, unread);
    }
}
