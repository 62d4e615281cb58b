package dev.sluice.guard.rules.s3;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** A bucket that anybody may read or write. */
public final class PublicBucket implements Rule {

    private static final Card CARD = new Card(
            "s3-public-bucket",
            Severity.ERROR,
            "A bucket is open to everyone",
            "Anybody on the Internet reads, or writes, what lies in it. Where the bucket was made since April 2023 and its "
                    + "public access block was not switched off, the deploy fails instead.",
            "Take the access control list or the statement away. Files for everyone go through CloudFront with an origin "
                    + "access control, and the bucket stays closed.",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_s3_bucket").stream().flatMap(bucket -> found(new Exposure(cloud, bucket)).stream());
    }

    private Optional<Finding> found(Exposure exposure) {
        var bucket = exposure.bucket();
        var acl = exposure.publicAcl();
        if (acl.isPresent() && !exposure.isOn("ignore_public_acls")) {
            return Optional.of(open(exposure, bucket, "ignore_public_acls", "its access control list is " + acl.get()));
        }
        var statement = exposure.publicStatement();
        if (exposure.isOn("restrict_public_buckets")) {
            return Optional.empty();
        }
        if (statement.isPresent()) {
            var sid = statement.get().sid().map(name -> "statement " + name).orElse("a statement");
            return Optional.of(open(
                    exposure,
                    bucket,
                    "restrict_public_buckets",
                    sid + " of its policy is for every principal, and no condition says which"));
        }
        return exposure.policyIsOpen() && !exposure.blocks().isEmpty()
                ? Optional.of(cannotTell(bucket, "its policy cannot be read, and its public access block is off"))
                : Optional.empty();
    }

    private Finding open(Exposure exposure, Resource bucket, String lock, String said) {
        return exposure.mayBeOn(lock)
                ? cannotTell(bucket, said + ", and whether " + lock + " is on is not known before a deploy")
                : broken(bucket, said);
    }
}
