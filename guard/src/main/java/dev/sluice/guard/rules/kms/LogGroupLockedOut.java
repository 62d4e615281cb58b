package dev.sluice.guard.rules.kms;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Encryption;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Context;
import dev.sluice.guard.iam.Decision;
import dev.sluice.guard.iam.Principals;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A log group with a key that CloudWatch Logs may not use. */
public final class LogGroupLockedOut implements Rule {

    private static final Card CARD = new Card(
            "kms-log-group-locked-out",
            Severity.ERROR,
            "The key of a log group does not let CloudWatch Logs use it",
            "The log group is not made: AWS answers that the key does not exist or may not be used. A key's default policy "
                    + "speaks of the account only, and CloudWatch Logs comes as a service.",
            "Allow the service logs.<region>.amazonaws.com kms:Encrypt, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* "
                    + "and kms:DescribeKey in the key's policy, where kms:EncryptionContext:aws:logs:arn is the log group's.",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html");

    private static final List<String> ACTIONS = List.of("kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_cloudwatch_log_group").stream()
                .flatMap(group -> cloud.keys().of(group) instanceof Encryption.Key(var key) && !key.data()
                        ? found(cloud, group, key).stream()
                        : Stream.empty());
    }

    private Optional<Finding> found(Cloud cloud, Resource group, Resource key) {
        var context =
                Context.unknown().with("kms:EncryptionContext:aws:logs:arn", Value.symbol(group.address(), "arn"));
        var denied = new ArrayList<String>();
        var open = Optional.<String>empty();
        for (var action : ACTIONS) {
            switch (either(cloud, key, action, context)) {
                case Decision.Allowed ignored -> {}
                case Decision.Denied ignored -> denied.add(action);
                case Decision.CannotTell(var why) -> open = Optional.of(why);
            }
        }
        if (!denied.isEmpty()) {
            return Optional.of(broken(
                    group, "the policy of " + key + " does not let CloudWatch Logs " + String.join(", ", denied)));
        }
        return open.filter(why -> !namesRegion(cloud, key)).map(why -> cannotTell(group, why));
    }

    private static Decision either(Cloud cloud, Resource key, String action, Context context) {
        var regional = cloud.rights().regionalServiceMay("logs", action, key, context);
        return regional.isDenied() ? cloud.rights().serviceMay("logs.amazonaws.com", action, key, context) : regional;
    }

    /** A policy that writes the service of one region is meant for that region. */
    private static boolean namesRegion(Cloud cloud, Resource key) {
        return cloud.rights().policyOf(key).stream()
                .flatMap(policy -> policy.statements().stream())
                .flatMap(statement -> statement.principals().stream())
                .flatMap(principals -> principals.names().stream())
                .anyMatch(name -> name.kind() == Principals.Kind.SERVICE
                        && name.text().toString().startsWith("logs."));
    }
}
