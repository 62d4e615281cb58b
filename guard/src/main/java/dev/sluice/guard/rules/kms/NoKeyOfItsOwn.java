package dev.sluice.guard.rules.kms;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Encryption;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that AWS encrypts with a key of its own, where there could be one whose policy says who reads.
 *
 * <p>Where one table has a key, another one without was most likely forgotten: each such resource is named. Of kinds of
 * which none has one nobody decided anything, and it is told once for all of them; log groups alone are not worth it.
 */
public final class NoKeyOfItsOwn implements Rule {

    private static final Card CARD = new Card(
            "kms-no-key-of-its-own",
            Severity.NOTE,
            "What is kept is encrypted with AWS's key and not with one of its own",
            "With AWS's key, whoever may read the resource reads what is in it. A key of its own is a second lock, has a "
                    + "log of who opened it, and can be taken away.",
            "Name an aws_kms_key: kms_master_key_id of a queue or topic, server_side_encryption.kms_key_arn of a table, "
                    + "kms_key_id of a log group or secret, aws_s3_bucket_server_side_encryption_configuration of a bucket.",
            "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html");

    private static final String[] KEEP_DATA = {
        "aws_dynamodb_table",
        "aws_s3_bucket",
        "aws_secretsmanager_secret",
        "aws_sqs_queue",
        "aws_sns_topic",
        "aws_cloudwatch_log_group"
    };
    private static final String LOG_GROUP = "aws_cloudwatch_log_group";
    private static final String BUCKET = "aws_s3_bucket";

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        var all = cloud.of(KEEP_DATA);
        var withKey = all.stream()
                .filter(resource -> hasOwn(cloud.keys().of(resource)))
                .map(Resource::type)
                .collect(Collectors.toSet());
        var without = all.stream()
                .filter(resource -> isAwsOwn(cloud.keys().of(resource)) && mayHaveOne(cloud, resource))
                .toList();
        var forgotten = without.stream()
                .filter(resource -> withKey.contains(resource.type()))
                .map(resource -> broken(resource, "others of its kind have a key, and it has AWS's"));
        var undecided = without.stream()
                .filter(resource ->
                        !withKey.contains(resource.type()) && !resource.type().equals(LOG_GROUP))
                .toList();
        return Stream.concat(forgotten, once(undecided));
    }

    private Stream<Finding> once(List<Resource> undecided) {
        if (undecided.isEmpty()) {
            return Stream.empty();
        }
        int others = undecided.size() - 1;
        return Stream.of(broken(
                undecided.getFirst(),
                "none of its kind has a key, and it is encrypted with AWS's"
                        + (others == 0
                                ? ""
                                : ", as are other tables, buckets, secrets, queues and topics: " + others)));
    }

    private static boolean hasOwn(Encryption encryption) {
        return encryption instanceof Encryption.Key || encryption instanceof Encryption.Elsewhere;
    }

    private static boolean isAwsOwn(Encryption encryption) {
        return switch (encryption) {
            case Encryption.ByAws ignored -> true;
            case Encryption.ManagedKey ignored -> true;
            case Encryption.None ignored -> false;
            case Encryption.Key ignored -> false;
            case Encryption.Elsewhere ignored -> false;
        };
    }

    /** S3 and load balancers write their access logs into no bucket that has a key, and a website is for everyone. */
    private static boolean mayHaveOne(Cloud cloud, Resource resource) {
        return !resource.type().equals(BUCKET)
                || (cloud.attachments()
                                .of(resource, "aws_s3_bucket_logging", "target_bucket")
                                .isEmpty()
                        && cloud.attachments()
                                .of(resource, "aws_s3_bucket_website_configuration", "bucket")
                                .isEmpty()
                        && resource.at("website").isAbsent()
                        && cloud.of("aws_lb", "aws_alb", BUCKET).stream()
                                .flatMap(writer -> Stream.of(
                                        writer.at("access_logs", "bucket"), writer.at("logging", "target_bucket")))
                                .noneMatch(target ->
                                        cloud.graph().behind(target, BUCKET).contains(resource)));
    }
}
