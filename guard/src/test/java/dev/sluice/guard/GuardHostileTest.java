package dev.sluice.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.json.Json;
import dev.sluice.guard.json.JsonReader;
import dev.sluice.guard.terraform.TerraformReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every place of a stack holds, one after the other, every kind of thing that it should not. */
@DisplayName("The guard says something of infrastructure, whatever is wrong in it")
class GuardHostileTest {

    private static final Expectations EXPECTED = Expectations.usual(LocalDate.of(2026, 11, 25));

    private static final List<Json> INSTEAD = List.of(
            new Json.Null(1),
            new Json.Bool(true, 1),
            new Json.Num(BigDecimal.valueOf(-1), 1),
            new Json.Num(new BigDecimal("1e900"), 1),
            new Json.Str("", 1),
            new Json.Str("${var.nobody_knows}", 1),
            new Json.Str("x-${var.nobody_knows}", 1),
            new Json.Str("arn:aws:sqs:::", 1),
            new Json.Str("{\"Statement\": 5}", 1),
            new Json.Arr(List.of(), 1),
            new Json.Arr(List.of(new Json.Null(1), new Json.Str("${aws_sqs_queue.q.arn}", 1)), 1),
            new Json.Obj(List.of(), 1),
            new Json.Obj(List.of(new Json.Member("", new Json.Arr(List.of(), 1), 1)), 1));

    @TempDir
    Path temporary;

    @Test
    @DisplayName("in its configuration")
    void configurations() throws Exception {
        fuzzed("hostile-stack.tf.json", temporary.resolve("main.tf.json"));
    }

    @Test
    @DisplayName("in its plan")
    void plans() throws Exception {
        fuzzed("hostile-plan.json", temporary.resolve("plan.json"));
    }

    private void fuzzed(String resource, Path file) throws Exception {
        Json whole;
        try (InputStream bytes = Objects.requireNonNull(getClass().getResourceAsStream(resource))) {
            whole = JsonReader.read(bytes);
        }
        assertThat(look(file, whole).resources()).hasSizeGreaterThan(2);
        var failed = new ArrayList<String>();
        for (var instead : INSTEAD) {
            everywhere(whole, instead, changed -> {
                try {
                    look(file, changed);
                } catch (IOException | RuntimeException | StackOverflowError broken) {
                    failed.add(broken + " for " + instead + " at " + broken.getStackTrace()[0]);
                }
            });
        }
        assertThat(failed.stream().distinct()).isEmpty();
    }

    private static ResourceGraph look(Path file, Json json) throws IOException {
        var text = new StringBuilder();
        write(json, text);
        Files.writeString(file, text);
        var graph = new TerraformReader(files -> Map.of()).read(file).getFirst().graph();
        assertThat(Guard.look(graph, EXPECTED))
                .allSatisfy(finding -> assertThat(finding.resource()).isNotNull());
        return graph;
    }

    /** The same document as often as it has nodes, each time with another of them replaced. */
    private static void everywhere(Json json, Json instead, Consumer<Json> changed) {
        changed.accept(instead);
        switch (json) {
            case Json.Obj(var members, var line) -> {
                for (int index = 0; index < members.size(); index++) {
                    int here = index;
                    var member = members.get(here);
                    everywhere(member.value(), instead, value -> {
                        var all = new ArrayList<>(members);
                        all.set(here, new Json.Member(member.name(), value, member.line()));
                        changed.accept(new Json.Obj(all, line));
                    });
                }
            }
            case Json.Arr(var items, var line) -> {
                for (int index = 0; index < items.size(); index++) {
                    int here = index;
                    everywhere(items.get(here), instead, value -> {
                        var all = new ArrayList<>(items);
                        all.set(here, value);
                        changed.accept(new Json.Arr(all, line));
                    });
                }
            }
            case Json.Str ignored -> {}
            case Json.Num ignored -> {}
            case Json.Bool ignored -> {}
            case Json.Null ignored -> {}
        }
    }

    private static void write(Json json, StringBuilder into) {
        switch (json) {
            case Json.Obj(var members, var ignored) -> {
                into.append('{');
                var between = "";
                for (var member : members) {
                    into.append(between).append(quoted(member.name())).append(':');
                    write(member.value(), into);
                    between = ",";
                }
                into.append('}');
            }
            case Json.Arr(var items, var ignored) -> {
                into.append('[');
                var between = "";
                for (var item : items) {
                    into.append(between);
                    write(item, into);
                    between = ",";
                }
                into.append(']');
            }
            case Json.Str(var text, var ignored) -> into.append(quoted(text));
            case Json.Num(var number, var ignored) -> into.append(number);
            case Json.Bool(var truth, var ignored) -> into.append(truth);
            case Json.Null ignored -> into.append("null");
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
