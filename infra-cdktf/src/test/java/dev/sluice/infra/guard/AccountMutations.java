package dev.sluice.infra.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What would break the rules about what an account has once, and about what holds wherever it is deployed. */
final class AccountMutations {

    static final List<Mutation> ALL = List.of(
            Mutation.of(
                    "account-singleton-created",
                    "the stack makes the account's recorder",
                    stack -> stack.add("aws_config_configuration_recorder", "recorder", """
                {"name": "default", "role_arn": "${aws_iam_role.query.arn}"}""")),
            Mutation.of(
                    "account-hard-coded-place",
                    "a parameter holds a queue's URL of one region and account",
                    stack -> parameter(stack, "queue", "https://sqs.eu-west-1.amazonaws.com/111122223333/orders")),
            Mutation.of(
                    "account-missing-tags",
                    "nobody is named who pays",
                    stack ->
                            ((ObjectNode) stack.root().at("/provider/aws/0/default_tags/0/tags")).remove("CostCenter")),
            Mutation.of(
                    "account-missing-outputs",
                    "no output says where the topics are",
                    stack -> ((ObjectNode) stack.root().get("output"))
                            .remove(List.of("topic_arn_alerts", "topic_arn_operations", "topic_arn_transactions"))),
            Mutation.of("account-repeated-blocks", "three parameters are written one by one", stack -> {
                parameter(stack, "first", "1");
                parameter(stack, "second", "2");
                parameter(stack, "third", "3");
            }));

    private AccountMutations() {}

    private static void parameter(StackJson stack, String name, String value) {
        stack.add("aws_ssm_parameter", name, """
                {"name": "/sluice/dev/%s", "value": "%s", "type": "String", "tier": "Standard", "data_type": "text",
                 "description": "For those who look"}""".formatted(name, value));
    }
}
