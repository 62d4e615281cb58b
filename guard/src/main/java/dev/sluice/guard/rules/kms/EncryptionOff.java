package dev.sluice.guard.rules.kms;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Encryption;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A topic, queue or stream that keeps what it holds as it comes.
 *
 * <p>Tables, buckets, secrets and log groups are not looked at: AWS encrypts each of them, whatever is written. So it does
 * a queue, unless it is told not to.
 */
public final class EncryptionOff implements Rule {

    private static final Card CARD = new Card(
            "kms-encryption-off",
            Severity.WARNING,
            "Messages are kept unencrypted",
            "Whoever comes by the storage reads them, and an audit that asks for encryption at rest ends here.",
            "Topic: set kms_master_key_id to a key whose policy lets its publishers use it. Queue: drop "
                    + "sqs_managed_sse_enabled = false. Stream: set encryption_type = \"KMS\" and kms_key_id.",
            "https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html");

    private static final String SSE = "sqs_managed_sse_enabled";

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_sns_topic", "aws_sqs_queue", "aws_kinesis_stream").stream()
                .flatMap(resource -> found(cloud, resource).stream());
    }

    private Optional<Finding> found(Cloud cloud, Resource resource) {
        return switch (cloud.keys().of(resource)) {
            case Encryption.None ignored -> Optional.of(broken(resource, said(resource)));
            case Encryption.ByAws ignored ->
                mayBeOff(cloud, resource)
                        ? Optional.of(cannotTell(resource, SSE + " is not known before a deploy"))
                        : Optional.empty();
            case Encryption.ManagedKey ignored -> Optional.empty();
            case Encryption.Key ignored -> Optional.empty();
            case Encryption.Elsewhere ignored -> Optional.empty();
        };
    }

    private static String said(Resource resource) {
        return switch (resource.type()) {
            case "aws_sqs_queue" -> SSE + " is false and it names no key";
            case "aws_kinesis_stream" -> "its encryption type is NONE and it names no key";
            default -> "it names no key";
        };
    }

    private static boolean mayBeOff(Cloud cloud, Resource queue) {
        return cloud.written(queue, SSE).isOpen();
    }
}
