package dev.sluice.infra.guard;

import java.util.List;

/** What would break the rules about encryption and keys. */
final class KmsMutations {

    static final List<Mutation> ALL = List.of(
            Mutation.of(
                    "kms-encryption-off",
                    "the alerts topic has no key",
                    stack -> stack.resource("aws_sns_topic", "alerts").remove("kms_master_key_id")),
            Mutation.of(
                    "kms-no-key-of-its-own",
                    "one of the log groups has no key",
                    stack -> stack.resource("aws_cloudwatch_log_group", "query").remove("kms_key_id")),
            Mutation.of(
                    "kms-key-never-rotated",
                    "the key is not rotated",
                    stack -> stack.resource("aws_kms_key", "pipeline").put("enable_key_rotation", false)),
            Mutation.of(
                    "kms-log-group-locked-out",
                    "the key does not let CloudWatch Logs use it",
                    stack -> withoutStatement(stack, "LogGroups")),
            Mutation.of(
                    "kms-nobody-administers",
                    "the key's policy cannot be changed by anybody",
                    stack -> withoutStatement(stack, "AdministeredByThisAccount")),
            Mutation.of(
                    "kms-alarm-locked-out",
                    "the key does not let CloudWatch's alarms use it",
                    stack -> withoutStatement(stack, "AlarmsIntoTopics")),
            Mutation.of(
                    "kms-delivery-locked-out",
                    "the key does not let SNS use it",
                    stack -> withoutStatement(stack, "TopicsIntoQueues")),
            Mutation.of(
                    "kms-function-locked-out",
                    "the notifier may publish alerts, and not use their key",
                    stack -> stack.withoutRight("notifier", "UsesTheKeyThroughSns")));

    private KmsMutations() {}

    private static void withoutStatement(StackJson stack, String sid) {
        stack.statements("aws_kms_key", "pipeline", "policy", all -> {
            var gone = StackJson.statement(all, sid);
            for (int index = all.size() - 1; index >= 0; index--) {
                if (all.get(index).equals(gone)) {
                    all.remove(index);
                }
            }
        });
    }
}
