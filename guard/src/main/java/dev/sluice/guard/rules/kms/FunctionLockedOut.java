package dev.sluice.guard.rules.kms;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Encryption;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.iam.Decision;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A function that may use a resource, and not the key the resource is encrypted with. */
public final class FunctionLockedOut implements Rule {

    private static final Card CARD = new Card(
            "kms-function-locked-out",
            Severity.ERROR,
            "A function's role may use a resource and not its key",
            "The call is allowed and fails all the same, with an error that names KMS. A mapping of such a queue stays "
                    + "disabled or reads nothing, and a dead-letter queue takes no letter.",
            "Allow the role the key as well: kms:Decrypt to read, kms:Decrypt and kms:GenerateDataKey to send or publish, "
                    + "and see that the key's policy lets roles of the account use it.",
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream()
                .filter(function -> cloud.rights().role(function).isPresent())
                .flatMap(function -> uses(cloud, function).stream().flatMap(use -> found(cloud, function, use)));
    }

    private Stream<Finding> found(Cloud cloud, Resource function, KeyUse use) {
        if (!(cloud.keys().of(use.of()) instanceof Encryption.Key(var key)) || key.data()) {
            return Stream.empty();
        }
        var denied = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (var action : use.needs()) {
            switch (cloud.rights().mayUseKey(function, key, action, use.service())) {
                case Decision.Allowed ignored -> {}
                case Decision.Denied ignored -> denied.add(action);
                case Decision.CannotTell(var why) -> open.add(why);
            }
        }
        if (!denied.isEmpty()) {
            return Stream.of(broken(
                    function,
                    use.what() + " " + use.of() + ", and its role may not " + String.join(" and ", denied) + " with "
                            + key));
        }
        return open.stream().limit(1).map(why -> cannotTell(function, why));
    }

    /** What a function does with something that is encrypted: what its mappings read, its failures, its environment. */
    private static Set<KeyUse> uses(Cloud cloud, Resource function) {
        var all = new LinkedHashSet<KeyUse>();
        var failing = new ArrayList<Resource>(List.of(function));
        failing.addAll(cloud.failures().invokeConfigs(function));
        for (var mapping : cloud.invocations().mappings(function)) {
            cloud.graph()
                    .behind(mapping.at("event_source_arn"), "aws_sqs_queue", "aws_kinesis_stream")
                    .forEach(source -> all.add(KeyUse.reading(source)));
            failing.add(mapping);
        }
        for (var from : failing) {
            cloud.failures().target(from).stream()
                    .flatMap(target -> cloud.graph().behind(target, "aws_sqs_queue", "aws_sns_topic").stream())
                    .forEach(target -> all.add(KeyUse.failingInto(target)));
        }
        for (var variable : function.at("environment", "variables").members().values()) {
            for (var named : cloud.graph().behind(variable, KeyUse.TYPES)) {
                KeyUse.allowed(cloud, function, named).ifPresent(all::add);
            }
        }
        return all;
    }
}
