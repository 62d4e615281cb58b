package dev.sluice.guard.rules.kms;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Encryption;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.iam.Context;
import dev.sluice.guard.iam.Decision;
import dev.sluice.guard.rule.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Whether a service reaches a queue or topic that is encrypted: by the policy of its key, which names services one by
 * one.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html">AWS:
 *     Amazon SQS key management, "Enable compatibility between event sources from AWS services and encrypted queues"</a>
 */
final class Reach {

    private static final List<String> ACTIONS = List.of("kms:Decrypt", "kms:GenerateDataKey");

    private Reach() {}

    /**
     * What stands in the way; empty where nothing does.
     *
     * @param into what is delivered into
     * @param service who delivers, {@code sns.amazonaws.com}
     * @param whose the resource that has it delivered, by whose ARN a policy may know it
     */
    static Optional<Finding.Verdict> of(Cloud cloud, Resource into, String service, Resource whose) {
        return switch (cloud.keys().of(into)) {
            case Encryption.None ignored -> Optional.empty();
            case Encryption.ByAws ignored -> Optional.empty();
            case Encryption.ManagedKey ignored ->
                Optional.of(new Finding.Broken("it is encrypted with the key AWS manages, whose policy does not let "
                        + service + " use it for " + whose + " and cannot be changed"));
            case Encryption.Key(var key) -> key.data() ? elsewhere(service) : key(cloud, key, service, whose);
            case Encryption.Elsewhere ignored -> elsewhere(service);
        };
    }

    private static Optional<Finding.Verdict> elsewhere(String service) {
        return Optional.of(new Finding.CannotTell(
                "its key is not among what was read, and its policy decides whether " + service + " may use it"));
    }

    private static Optional<Finding.Verdict> key(Cloud cloud, Resource key, String service, Resource whose) {
        var arn = cloud.rights().arns().of(whose);
        var context =
                arn.map(known -> Context.unknown().with("aws:SourceArn", known)).orElseGet(Context::unknown);
        var open = Optional.<Finding.Verdict>empty();
        for (var action : ACTIONS) {
            switch (cloud.rights().serviceMay(service, action, key, context)) {
                case Decision.Allowed ignored -> {}
                case Decision.Denied ignored -> {
                    return Optional.of(new Finding.Broken("the policy of its key " + key + " does not let " + service
                            + " " + action + ", and " + whose + " reaches it that way"));
                }
                case Decision.CannotTell(var why) -> open = Optional.of(new Finding.CannotTell(why));
            }
        }
        return open;
    }
}
