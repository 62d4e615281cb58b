package dev.sluice.infra.guard;

import java.util.List;

/** What would break the rules about who may do what. */
final class IamMutations {

    static final List<Mutation> ALL = List.of(
            Mutation.of(
                    "iam-wildcard-action",
                    "the query function may do everything with the table",
                    stack -> stack.right("query", "ListsTransactions", right -> right.put("Action", "dynamodb:*"))),
            Mutation.of(
                    "iam-wildcard-resource",
                    "the query function may read every table",
                    stack -> stack.right("query", "ListsTransactions", right -> right.put("Resource", "*"))),
            Mutation.of(
                    "iam-public-principal",
                    "anyone may subscribe to the topic of the alarms",
                    stack -> stack.statements(
                            "aws_sns_topic_policy", "operations", "policy", all -> all.add(StackJson.read("""
                                            {"Effect": "Allow", "Principal": "*", "Action": "sns:Subscribe",
                                             "Resource": "${aws_sns_topic.operations.arn}"}
                                            """)))));

    private IamMutations() {}
}
