package dev.sluice.guard.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.ResourceGraph;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes that would never end, were nothing limited; the minute is only a net. */
@DisplayName("A configuration that asks for more than there is comes to an end, and the rest of it is read")
class HostileTest {

    private static final Duration NET = Duration.ofMinutes(1);

    @TempDir
    Path temporary;

    private ResourceGraph read(String text) {
        return Assertions.assertTimeoutPreemptively(
                NET, () -> new Folder(temporary).with("main.tf.json", text).graph());
    }

    private static String locals(int count, IntFunction<String> each) {
        return IntStream.range(0, count)
                .mapToObj(index -> "\"l" + index + "\": " + each.apply(index))
                .collect(Collectors.joining(",", "\"locals\": {", "}"));
    }

    private ResourceGraph withLocals(String locals, String last) {
        var graph = read("{" + locals + ", \"resource\": {\"aws_sqs_queue\": {\"bad\": {\"name\": \"" + last
                + "\"}, \"good\": {\"name\": \"q\"}}}}");
        assertThat(graph.at("aws_sqs_queue.good").getFirst().at("name").asText())
                .contains("q");
        return graph;
    }

    @Test
    @DisplayName("by names that double what they stand for")
    void doubling() {
        for (var twice : List.of(
                "\"${local.lN}${local.lN}\"",
                "\"${concat(local.lN, local.lN)}\"",
                "[\"${local.lN}\", \"${local.lN}\"]",
                "{\"a\": \"${local.lN}\", \"b\": \"${local.lN}\"}",
                "\"${[local.lN, local.lN]}\"",
                "\"${jsonencode([local.lN, local.lN])}\"",
                "\"${join(local.lN, [local.lN, local.lN, local.lN])}\"",
                "\"${format(\\\"%s%s\\\", local.lN, local.lN)}\"",
                "\"${replace(local.lN, \\\"a\\\", local.lN)}\"",
                "\"${local.lN * local.lN}\"")) {
            withLocals(
                    locals(
                            60,
                            index -> index == 0
                                    ? twice.contains("*")
                                            ? "999"
                                            : twice.contains("concat") ? "[\"a\"]" : "\"${var.v}aa\""
                                    : twice.replace("lN", "l" + (index - 1))),
                    "${local.l59}");
        }
    }

    @Test
    @DisplayName("by names that lead to names without end")
    void chains() {
        withLocals(
                locals(50_000, index -> index == 0 ? "1" : "[\"${local.l" + (index - 1) + "}\"]"), "${local.l49999}");
        var deep = "[".repeat(150) + "\"${local.lN}\"" + "]".repeat(150);
        withLocals(locals(500, index -> index == 499 ? "1" : deep.replace("lN", "l" + (index + 1))), "${local.l0}");
        var upwards = read("{" + locals(20_000, index -> index == 0 ? "1" : "[\"${local.l" + (index - 1) + "}\"]")
                + ", \"output\": {"
                + IntStream.range(0, 20_000)
                        .mapToObj(index -> "\"o" + index + "\": {\"value\": \"${local.l" + index + "}\"}")
                        .collect(Collectors.joining(","))
                + "}}");
        assertThat(upwards.outputs()).hasSize(20_000);
    }

    @Test
    @DisplayName("by loops in loops")
    void loops() {
        var range = "range(20000)";
        for (var loop : List.of(
                "[for a in R : [for b in R : [for c in R : a + b + c]]]",
                "jsonencode([for a in R : R])",
                "[for a in [[0]] : [for b in [[a, a]] : [for c in [[b, b]] : [for d in [[c, c]] : d]]]]",
                "{for a in R : \\\"k\\\" => [for b in R : b]...}",
                "flatten([for a in R : R])",
                "length(range(0, 2000000000))")) {
            withLocals(locals(1, index -> "\"${" + loop.replace("R", range) + "}\""), "${local.l0}");
        }
        var blocks = read("""
                {"resource": {"aws_x": {"a": {"dynamic": {"b": {"for_each": "${range(20000)}", "content": {
                   "dynamic": {"c": {"for_each": "${range(20000)}", "content": {"d": 1}}}}}}},
                   "good": {"n": 1}}}}
                """);
        assertThat(blocks.at("aws_x.good")).hasSize(1);
        assertThat(blocks.unreadable()).extracting(Object::toString).anyMatch(said -> said.contains("more work"));
        var nested = new StringBuilder("x");
        for (int level = 0; level < 45; level++) {
            nested.insert(0, "[for x in [[x, x]] : ").append("]");
        }
        withLocals(locals(1, index -> "\"${[for x in [1] : jsonencode(" + nested + ")]}\""), "${local.l0}");
    }

    @Test
    @DisplayName("by instances, of which each has all of the others")
    void instances() {
        var all = IntStream.range(0, 60)
                .mapToObj(index -> "\"r" + index + "\": {\"count\": 1000, \"all\": \"${aws_x.r0"
                        + (index < 3 ? "[*]" : "[0]") + ".arn}\"}")
                .collect(Collectors.joining(","));
        var graph = read("{\"resource\": {\"aws_x\": {" + all + "}}}");
        assertThat(graph.resources()).hasSize(Configuration.MOST_RESOURCES);
        assertThat(graph.unreadable()).extracting(Object::toString).anyMatch(said -> said.contains("50000 resources"));
    }

    @Test
    @DisplayName("by modules that call themselves")
    void modules() {
        var calls = IntStream.range(0, 10)
                .mapToObj(index -> "\"m" + index + "\": {\"source\": \"./\", \"count\": 1000}")
                .collect(Collectors.joining(","));
        var graph = read("{\"module\": {" + calls + "}, \"output\": {\"o\": {\"value\": \"${module.m0[0].o}\"}}}");
        assertThat(graph.unreadable())
                .extracting(Object::toString)
                .anyMatch(said -> said.contains("modules are called more than"));
        var deep = read("{\"module\": {\"m\": {\"source\": \"./\"}}, \"resource\": {\"aws_x\": {\"a\": {}}}}");
        assertThat(deep.at("aws_x.a")).hasSize(1);
        assertThat(deep.unreadable())
                .extracting(Object::toString)
                .anyMatch(said -> said.contains("modules call each other"));
    }

    @Test
    @DisplayName("by files that ask for themselves")
    void files() {
        new Folder(temporary)
                .with("circle.txt", "${templatefile(\"circle.txt\", {})}".repeat(100) + " ".repeat(100_000));
        withLocals(locals(1, index -> "\"${templatefile(\\\"circle.txt\\\", {})}\""), "${local.l0}");
    }

    @Test
    @DisplayName("by names that nobody would choose")
    void names() {
        var graph = read("""
                {"resource": {"aws_x": {"a\\nb": {"n": 1}, "": {"n": 2}, "c[0]": {"n": 3}, "${aws_x.a}": {"n": 4},
                   "twice": {"n": 5}, "twice": {"n": 6}, "nul\\u0000": {"n": "\\u0000"}, "list": [1, null, {"n": 7}]},
                   "": {"": {}}, "//": "no", "aws_y": 5, "aws_z": [[{}]]},
                 "module": {"": {"source": "./\\u0000"}, "x": {"source": 5}, "y": {"source": "./main.tf.json"}},
                 "variable": [], "locals": 5, "output": {"a": 5, "b": {"value": {"${aws_x.a.n}": "${"}}},
                 "provider": {"": {}}, "data": null}
                """);
        assertThat(graph.resources()).hasSize(9);
        assertThat(graph.unreadable()).isNotEmpty();
    }

    @Test
    @DisplayName("by files of fifty million bytes")
    void large() {
        var folder = new Folder(temporary)
                .with("text.tf.json", "{\"locals\": {\"a\": \"" + "x".repeat(50_000_000) + "\"}}")
                .with("good.tf.json", "{\"resource\": {\"aws_x\": {\"a\": {}}}}");
        var graph = Assertions.assertTimeoutPreemptively(NET, () -> folder.graph());
        assertThat(graph.resources()).hasSize(1);
        assertThat(Folder.unreadable(graph)).hasSize(1).allMatch(said -> said.startsWith("text.tf.json:1 "));
    }
}
