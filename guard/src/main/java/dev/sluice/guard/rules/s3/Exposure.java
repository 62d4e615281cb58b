package dev.sluice.guard.rules.s3;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Condition;
import dev.sluice.guard.iam.Effect;
import dev.sluice.guard.iam.Policy;
import dev.sluice.guard.iam.Principals;
import dev.sluice.guard.iam.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a bucket is for everyone, and what keeps it from them. */
record Exposure(Cloud cloud, Resource bucket) {

    private static final List<String> PUBLIC_ACLS = List.of("public-read", "public-read-write", "authenticated-read");

    /** The four locks of a public access block; each is off where it is not said (the provider's default). */
    static final List<String> LOCKS =
            List.of("block_public_acls", "ignore_public_acls", "block_public_policy", "restrict_public_buckets");

    private static final String SECURE = "aws:SecureTransport";

    /** Its public access blocks: one, where there is any. */
    List<Resource> blocks() {
        return cloud.attachments().of(bucket, "aws_s3_bucket_public_access_block", "bucket");
    }

    /** Whether a lock is on. */
    boolean isOn(String lock) {
        return blocks().stream()
                .anyMatch(block -> cloud.truth(block, lock).filter(on -> on).isPresent());
    }

    /** Whether a lock may be on, for all that is known. */
    boolean mayBeOn(String lock) {
        return blocks().stream().anyMatch(block -> cloud.at(block, lock).isOpen());
    }

    /** The access control list that lets everyone in; empty where none does. */
    Optional<String> publicAcl() {
        var beside = cloud.attachments().of(bucket, "aws_s3_bucket_acl", "bucket");
        var written = Stream.concat(Stream.of(bucket), beside.stream())
                .flatMap(block -> cloud.text(block, "acl").stream())
                .filter(PUBLIC_ACLS::contains);
        var granted = beside.stream()
                .flatMap(block -> block.at("access_control_policy", "grant").each().stream())
                .flatMap(grant -> grant.at("grantee", "uri").asText().stream())
                .filter(uri -> uri.endsWith("/AllUsers") || uri.endsWith("/AuthenticatedUsers"));
        return Stream.concat(written, granted).findFirst();
    }

    /** The statement that lets everyone in; empty where none does. */
    Optional<Statement> publicStatement() {
        return policy().stream()
                .flatMap(policy -> policy.statements().stream())
                .filter(Exposure::isForEveryone)
                .findFirst();
    }

    private Optional<Policy> policy() {
        return cloud.rights().policyOf(bucket);
    }

    /** Whether a policy that is written may say more than is known of it. What a plan leaves to AWS is none. */
    boolean policyIsOpen() {
        return policy().filter(policy -> policy.missing() == Policy.Missing.ANYTHING)
                        .isPresent()
                && (!bucket.at("policy").references().isEmpty()
                        || !cloud.attachments()
                                .of(bucket, "aws_s3_bucket_policy", "bucket")
                                .isEmpty());
    }

    private static boolean isForEveryone(Statement statement) {
        return statement.effect() == Effect.ALLOW
                && statement.principals().filter(Exposure::namesEveryone).isPresent()
                && statement.conditions().stream().map(Condition::key).allMatch(SECURE::equalsIgnoreCase);
    }

    private static boolean namesEveryone(Principals principals) {
        return !principals.except()
                && principals.names().stream()
                        .filter(name -> name.kind() == Principals.Kind.AWS)
                        .anyMatch(name -> isStar(name.text()));
    }

    private static boolean isStar(Value.Text name) {
        return name.literal().filter("*"::equals).isPresent();
    }
}
