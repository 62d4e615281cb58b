package dev.sluice.infra.guard;

import java.util.List;

/** What would break the rules about tables. */
final class DynamoDbMutations {

    private static final String TABLE = "aws_dynamodb_table";

    static final List<Mutation> ALL = List.of(
            Mutation.of(
                    "dynamodb-fixed-capacity",
                    "the table has a fixed capacity",
                    stack -> stack.resource(TABLE, "transactions").put("billing_mode", "PROVISIONED")),
            Mutation.of(
                    "dynamodb-no-point-in-time-recovery",
                    "the table cannot be set back",
                    stack -> stack.block(TABLE, "transactions", "point_in_time_recovery")
                            .put("enabled", false)),
            Mutation.planned("dynamodb-billing-mode-flipped", "the table becomes provisioned, and scaled", stack -> {
                stack.resource(TABLE, "transactions").put("billing_mode", "PROVISIONED");
                scaled(stack, "Read");
                scaled(stack, "Write");
            }),
            Mutation.planned(
                    "dynamodb-stream-view-changed",
                    "the stream carries old images too",
                    stack -> stack.resource(TABLE, "transactions").put("stream_view_type", "NEW_AND_OLD_IMAGES")));

    private DynamoDbMutations() {}

    private static void scaled(StackJson stack, String kind) {
        stack.add("aws_appautoscaling_target", kind, """
                {"resource_id": "table/${aws_dynamodb_table.transactions.name}", "service_namespace": "dynamodb",
                 "scalable_dimension": "dynamodb:table:%sCapacityUnits", "min_capacity": 5, "max_capacity": 500}""".formatted(kind));
    }
}
