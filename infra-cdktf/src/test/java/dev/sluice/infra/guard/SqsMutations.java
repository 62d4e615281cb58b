package dev.sluice.infra.guard;

import java.util.List;

/** What would break the rules about queues. */
final class SqsMutations {

    static final List<Mutation> ALL = List.of(
            Mutation.of(
                    "sqs-visibility-under-timeout",
                    "notifications turn visible again after a minute",
                    stack -> stack.resource("aws_sqs_queue", "notifications").put("visibility_timeout_seconds", 60)),
            Mutation.of(
                    "sqs-short-dead-letter-retention",
                    "the enricher's dead letters are kept for four days",
                    stack -> stack.resource("aws_sqs_queue", "enricher_dlq").put("message_retention_seconds", 345_600)),
            Mutation.of(
                    "sqs-dead-letters-from-any-queue",
                    "the enricher's dead-letter queue does not say who may fail into it",
                    stack -> stack.resource("aws_sqs_queue", "enricher_dlq").remove("redrive_allow_policy")));

    private SqsMutations() {}
}
