package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.RepairTarget;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.repair.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** Which of a bucket's four locks are on; the target is its name. */
record BucketBlock(S3Client s3, BucketTags buckets) implements RepairTarget {

    private static final Set<String> NO_BLOCK = Set.of("NoSuchPublicAccessBlockConfiguration");

    @Override
    public Optional<Present> present(Planned planned) {
        return buckets.of(planned.target())
                .map(tags -> new Present(
                        Wording.locks(
                                block(planned.target()).map(BucketBlock::on).orElseGet(Map::of)),
                        tags));
    }

    /** A bucket without a block has no lock on. */
    private Optional<PublicAccessBlockConfiguration> block(String bucket) {
        return Calls.find(
                "S3 GetPublicAccessBlock",
                NO_BLOCK,
                () -> s3.getPublicAccessBlock(request -> request.bucket(bucket)).publicAccessBlockConfiguration());
    }

    private static Map<String, Boolean> on(PublicAccessBlockConfiguration block) {
        var locks = List.of(
                block.blockPublicAcls(),
                block.ignorePublicAcls(),
                block.blockPublicPolicy(),
                block.restrictPublicBuckets());
        return IntStream.range(0, locks.size())
                .boxed()
                .collect(Collectors.toMap(Wording.LOCKS::get, lock -> Boolean.TRUE.equals(locks.get(lock))));
    }

    @Override
    public void change(Planned planned) {
        Calls.make(
                "S3 PutPublicAccessBlock",
                () -> s3.putPublicAccessBlock(request -> request.bucket(planned.target())
                        .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                                .ignorePublicAcls(true)
                                .blockPublicPolicy(true)
                                .restrictPublicBuckets(true))));
    }
}
