package dev.sluice.guard.rules.dynamodb;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A table whose capacity stays what it is, whatever comes. */
public final class FixedCapacity implements Rule {

    private static final Card CARD = new Card(
            "dynamodb-fixed-capacity",
            Severity.WARNING,
            "A table has a fixed capacity that nothing scales",
            "Above it DynamoDB refuses calls, which is where the busiest hour goes; below it the capacity is paid for all "
                    + "the same.",
            "Set billing_mode = \"PAY_PER_REQUEST\", or give the table an aws_appautoscaling_target and a policy for reads "
                    + "and for writes.",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html");

    private static final String TARGET = "aws_appautoscaling_target";
    private static final List<String> KINDS = List.of("Read", "Write");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_dynamodb_table").stream()
                .filter(table -> !LockTables.isOne(cloud, table))
                .flatMap(table -> found(cloud, table).stream());
    }

    private Optional<Finding> found(Cloud cloud, Resource table) {
        var mode = cloud.at(table, "billing_mode");
        boolean provisioned =
                mode.isAbsent() || mode.asText().filter("PROVISIONED"::equals).isPresent();
        if (!provisioned && mode.asText().isPresent()) {
            return Optional.empty();
        }
        var fixed = new ArrayList<>(KINDS);
        for (var target : cloud.of(TARGET)) {
            if (scales(cloud, target, table)) {
                var dimension = cloud.at(target, "scalable_dimension").asText();
                fixed.removeIf(kind -> dimension
                        .map(text -> text.startsWith("dynamodb:table:" + kind))
                        .orElse(true));
            }
        }
        if (fixed.isEmpty()) {
            return Optional.empty();
        }
        if (!provisioned) {
            return Optional.of(cannotTell(table, "its billing mode is not known before a deploy"));
        }
        return cloud.attachments().mayBeMore(TARGET, "resource_id", table.type())
                ? Optional.of(cannotTell(table, "which table an autoscaling target is about is not known"))
                : Optional.of(broken(
                        table,
                        "it is PROVISIONED" + (mode.isAbsent() ? ", as what says no billing mode is," : "")
                                + " and nothing scales its "
                                + String.join(" and ", fixed).toLowerCase(Locale.ROOT)
                                + " capacity"));
    }

    /** A target names its table as {@code table/orders}, or an index of it as {@code table/orders/index/byDay}. */
    private static boolean scales(Cloud cloud, Resource target, Resource table) {
        var named = target.at("resource_id");
        return cloud.graph().behind(named, table.type()).contains(table)
                || cloud.text(target, "resource_id")
                        .map(id -> id.split("/", 3))
                        .filter(parts -> parts.length > 1 && parts[0].equals("table"))
                        .flatMap(parts -> cloud.graph().target(Value.text(parts[1]), table.type()))
                        .filter(table::equals)
                        .isPresent();
    }
}
