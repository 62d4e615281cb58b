package dev.sluice.guard.rules.dynamodb;

import dev.sluice.guard.rule.Rule;
import java.util.List;

/** The rules of this package. */
public final class DynamoDbRules {

    public static final List<Rule> ALL = List.of(
            new FixedCapacity(), new NoPointInTimeRecovery(), new BillingModeFlipped(), new StreamViewChanged());

    private DynamoDbRules() {}
}
