package dev.sluice.guard.rules.s3;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bucket whose public access block is switched off, so that the next policy may open it.
 *
 * <p>A bucket without such a block is none of these: since April 2023 every new one has it by itself. One that is open
 * already is {@link PublicBucket}'s.
 */
public final class PublicAccessBlockOff implements Rule {

    private static final Card CARD = new Card(
            "s3-public-access-block-off",
            Severity.WARNING,
            "A bucket's public access block is switched off",
            "Nothing is open yet. One statement or access control list too many, written by anybody at any time, and "
                    + "everything in the bucket is.",
            "Set block_public_acls, ignore_public_acls, block_public_policy and restrict_public_buckets to true: what the "
                    + "block does not say is off.",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_s3_bucket").stream()
                .map(bucket -> new Exposure(cloud, bucket))
                .filter(exposure -> exposure.publicAcl().isEmpty()
                        && exposure.publicStatement().isEmpty())
                .flatMap(exposure ->
                        exposure.blocks().stream().flatMap(block -> found(cloud, exposure.bucket(), block).stream()));
    }

    private Optional<Finding> found(Cloud cloud, Resource bucket, Resource block) {
        var off = Exposure.LOCKS.stream()
                .filter(lock -> cloud.at(block, lock).isAbsent()
                        || cloud.truth(block, lock).filter(on -> !on).isPresent())
                .toList();
        if (!off.isEmpty()) {
            return Optional.of(broken(block, String.join(", ", off) + " of " + bucket + " is off"));
        }
        return Exposure.LOCKS.stream()
                .filter(lock -> cloud.truth(block, lock).isEmpty())
                .findFirst()
                .map(lock -> cannotTell(block, "whether " + lock + " is on is not known before a deploy"));
    }
}
