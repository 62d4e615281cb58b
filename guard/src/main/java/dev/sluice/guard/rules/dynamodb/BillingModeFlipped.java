package dev.sluice.guard.rules.dynamodb;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan that changes how a table is billed. */
public final class BillingModeFlipped implements Rule {

    private static final Card CARD = new Card(
            "dynamodb-billing-mode-flipped",
            Severity.WARNING,
            "A plan changes a table's billing mode",
            "DynamoDB lets a table go from provisioned to on demand only four times a day, so that the way back may be "
                    + "shut when it is needed. A table that becomes provisioned has what the plan writes from the first "
                    + "second, and refuses what is above.",
            "Take billing_mode out of the plan, or apply it by itself, in a quiet hour, with capacity for the busiest one.",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-switching-capacity-modes.html");

    private static final String USUAL = "PROVISIONED";

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_dynamodb_table").stream().flatMap(table -> found(cloud, table).stream());
    }

    private Optional<Finding> found(Cloud cloud, Resource table) {
        if (table.before().isEmpty()) {
            return Optional.empty();
        }
        var was = mode(table.before().get().at("billing_mode"));
        var is = mode(cloud.at(table, "billing_mode"));
        if (is.isEmpty()) {
            return Optional.of(cannotTell(table, "its billing mode is not known before a deploy"));
        }
        return was.isEmpty() || was.equals(is)
                ? Optional.empty()
                : Optional.of(broken(table, "its billing mode goes from " + was.get() + " to " + is.get()));
    }

    private static Optional<String> mode(Value value) {
        return value.isAbsent() ? Optional.of(USUAL) : value.asText();
    }
}
