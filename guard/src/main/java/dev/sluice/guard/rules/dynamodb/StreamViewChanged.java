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

/** A plan that ends a table's stream, to begin another one or none. */
public final class StreamViewChanged implements Rule {

    private static final Card CARD = new Card(
            "dynamodb-stream-view-changed",
            Severity.ERROR,
            "A plan ends a table's stream",
            "A stream's view cannot be changed: the stream is switched off and another one, with another ARN, begins. Who "
                    + "read the old one loses their place in it, and what is written in between is in no stream.",
            "Keep stream_view_type. Where it must change, stop the writers, let the consumers read to the end, apply, and "
                    + "then start both.",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_dynamodb_table").stream().flatMap(table -> found(cloud, table).stream());
    }

    private Optional<Finding> found(Cloud cloud, Resource table) {
        var before = table.before()
                .filter(values -> isTrue(values.at("stream_enabled")))
                .flatMap(values -> values.at("stream_view_type").asText())
                .filter(view -> !view.isEmpty());
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var enabled = cloud.at(table, "stream_enabled");
        var view = cloud.at(table, "stream_view_type");
        if (enabled.isAbsent() || enabled.asTruth().filter(on -> !on).isPresent()) {
            return Optional.of(broken(table, "its stream of " + before.get() + " is switched off"));
        }
        return view.asText()
                .map(now -> now.equals(before.get())
                        ? Optional.<Finding>empty()
                        : Optional.of(broken(table, "its stream goes from " + before.get() + " to " + now)))
                .orElseGet(() -> Optional.of(cannotTell(table, "the view of its stream is not known before a deploy")));
    }

    private static boolean isTrue(Value value) {
        return value.asTruth().filter(on -> on).isPresent();
    }
}
