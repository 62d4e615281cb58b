package dev.sluice.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Asynchronous;
import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource;
import dev.sluice.blueprint.Trigger;
import dev.sluice.blueprint.Use;
import dev.sluice.console.Asking;
import dev.sluice.handlers.codec.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PipelinePageTest {

    private static Function function(String name, List<Trigger> triggers, List<Use> uses) {
        return new Function(
                name,
                "Does something",
                "any.Handler",
                128,
                Duration.ofSeconds(1),
                triggers,
                uses,
                List.of(),
                Asynchronous.standard(letters(name)),
                Optional.empty());
    }

    private static Resource.DeadLetterQueue letters(String name) {
        return new Resource.DeadLetterQueue(name + "-dlq", Duration.ofDays(14));
    }

    private static Blueprint with(Function... more) {
        return new Blueprint(Stream.concat(Stream.of(more), Pipeline.BLUEPRINT.functions().stream())
                .toList());
    }

    private static Blueprint oneMoreSubscriber() {
        return with(function(
                "archiver",
                List.of(new Trigger.Subscription(Pipeline.TRANSACTIONS_TOPIC, letters("archiver-undelivered"))),
                List.of()));
    }

    /** Alerts that are published as transactions again: no sensible pipeline, but the drawing must end. */
    private static Blueprint aCircle() {
        return with(function(
                "echo",
                List.of(new Trigger.Subscription(Pipeline.ALERTS_TOPIC, letters("echo-undelivered"))),
                List.of(Use.publishes(Pipeline.TRANSACTIONS_TOPIC))));
    }

    static Stream<Blueprint> blueprints() {
        return Stream.of(
                Pipeline.BLUEPRINT,
                oneMoreSubscriber(),
                aCircle(),
                Compliance.BLUEPRINT,
                new Blueprint(List.of(Pipeline.QUERY)),
                new Blueprint(List.of()));
    }

    private static Fields drawn(Blueprint blueprint) {
        return Asking.answer(new PipelinePage(blueprint));
    }

    private static Map<String, String> cells(Fields drawing) {
        return Asking.objects(drawing, "nodes").stream()
                .collect(Collectors.toMap(n -> n.text("id"), n -> n.integer("column") + "," + n.integer("lane")));
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void everyFunctionIsDrawnOnceInACellOfItsOwn(Blueprint blueprint) {
        var cells = cells(drawn(blueprint));
        assertThat(cells.keySet())
                .containsAll(blueprint.functions().stream().map(Function::name).toList());
        assertThat(cells.values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void everyEdgeHasTwoEndsAndIsDrawnOnce(Blueprint blueprint) {
        var drawing = drawn(blueprint);
        var edges = new ArrayList<String>();
        for (var edge : Asking.objects(drawing, "edges")) {
            assertThat(cells(drawing)).containsKeys(edge.text("from"), edge.text("to"));
            edges.add(edge.text("from") + " " + edge.text("kind") + " " + edge.text("to"));
        }
        assertThat(edges).doesNotHaveDuplicates();
    }

    @Test
    void everyResourceOnTheWayIsDrawn() {
        var drawn = Asking.objects(drawn(Pipeline.BLUEPRINT), "nodes").stream()
                .map(node -> node.text("kind") + " " + node.text("label"))
                .toList();
        var notDrawn = Stream.of(
                        Pipeline.VALIDATOR_DEAD_LETTERS, Pipeline.QUERY_DEAD_LETTERS, Pipeline.PROCESSOR_UNDELIVERED)
                .map(Resource::name)
                .toList();
        for (var resource : Pipeline.BLUEPRINT.resources()) {
            if (!(resource instanceof Resource.Secrets) && !notDrawn.contains(resource.name())) {
                assertThat(drawn)
                        .filteredOn(node -> node.endsWith(" " + resource.name()))
                        .isNotEmpty();
            }
        }
        assertThat(drawn).doesNotHaveDuplicates();
    }

    @Test
    void theWayGoesFromLeftToRightOnTheUppermostLane() {
        var cells = cells(drawn(Pipeline.BLUEPRINT));
        var way = List.of(
                ":sender",
                "validator",
                "topic:transactions",
                "processor",
                "table:transactions",
                "enricher",
                "queue:notifications",
                "notifier",
                "topic:alerts");
        for (var i = 0; i < way.size(); i++) {
            assertThat(cells).containsEntry(way.get(i), i + ",0");
        }
        assertThat(cells)
                .containsEntry("deadletters:processor-dlq", "3,1")
                .containsEntry("deadletters:enricher-dlq", "5,1")
                .containsEntry("deadletters:notifications-dlq", "7,1")
                .containsEntry("query", "4,2")
                .containsEntry(":operator", "3,2")
                .hasSize(way.size() + 5);
    }

    @Test
    void oneMoreSubscriberIsDrawnBesideTheWay() {
        var cells = cells(drawn(oneMoreSubscriber()));
        assertThat(cells)
                .containsEntry("processor", "3,0")
                .containsEntry("archiver", "3,1")
                .containsKey("deadletters:archiver-dlq");
    }
}
