package dev.sluice.guard.terraform;

import static dev.sluice.guard.terraform.Folder.addresses;
import static dev.sluice.guard.terraform.Folder.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A plan")
class PlanReaderTest {

    @TempDir
    Path temporary;

    private ResourceGraph plan(String text) {
        return new Folder(temporary).with("plan.json", text).graph("plan.json");
    }

    private static final String PLAN = """
            {"resource_changes": [
              {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
               "change": {"before": null, "after": {"name": "orders", "tags": null, "policy": "${aws:username}",
                 "list": [{"a": 1}, {"a": 2}]},
                 "after_unknown": {"arn": true, "url": false, "redrive_policy": true, "tags": {}, "empty": [],
                   "list": [{"b": true}, {}, {"c": true}], "deep": {"x": {"y": true}}}}},
              {"address": "module.m[\\"a.b\\"].aws_lambda_function.f[0]", "module_address": "module.m[\\"a.b\\"]",
               "mode": "managed", "type": "aws_lambda_function", "name": "f",
               "change": {"before": {"memory_size": 128}, "after": {"memory_size": 256}, "after_unknown": {"role": true}}},
              {"address": "data.aws_region.here", "mode": "data", "type": "aws_region", "name": "here",
               "change": {"before": null, "after": {}, "after_unknown": {"name": true}}},
              {"address": "aws_sqs_queue.old", "mode": "managed", "type": "aws_sqs_queue", "name": "old",
               "change": {"before": {"name": "old"}, "after": null}}],
             "planned_values": {"outputs": {"known": {"value": "v"}, "open": {"sensitive": false}}},
             "prior_state": {"values": {"root_module": {"resources": [
               {"address": "data.aws_caller_identity.me", "mode": "data", "type": "aws_caller_identity", "name": "me",
                "values": {"account_id": "123456789012"}},
               {"address": "aws_sqs_queue.old", "mode": "managed", "type": "aws_sqs_queue", "values": {}}]}}},
             "configuration": {
               "provider_config": {"aws": {"name": "aws", "expressions": {"region": {"constant_value": "eu-west-1"},
                   "profile": {"references": ["var.p"]},
                   "default_tags": [{"tags": {"constant_value": {"a": "b"}}, "odd": [1, "x", null, true]}]}}, "x": {}},
               "root_module": {
                 "outputs": {"open": {"expression": {"references": ["module.m.arn", "module.m"]}}},
                 "variables": {"p": {}},
                 "resources": [
                   {"address": "aws_sqs_queue.q", "depends_on": ["aws_iam_role.r[0]"], "expressions": {
                      "redrive_policy": {"references": ["aws_sqs_queue.dlq[0].arn", "aws_sqs_queue.dlq[0]",
                         "aws_sqs_queue.dlq", "var.p", "local.x", "each.key", "module.m", "aws_x", "data.aws_y.z.id"]},
                      "list": [{"b": {"references": ["aws_b.b.arn"]}}]}}],
                 "module_calls": {"m": {"expressions": {"role_arn": {"references": ["aws_iam_role.r.arn", "aws_iam_role.r"]}},
                   "module": {"outputs": {"arn": {"expression": {"references": ["aws_lambda_function.f.arn"]}}},
                     "resources": [{"address": "aws_lambda_function.f", "depends_on": ["aws_x.y"], "expressions": {
                       "role": {"references": ["var.role_arn"]}}}]}}}}}}
            """;

    @Test
    @DisplayName("says what there will be: what is created and changed, not what is destroyed")
    void changes() {
        var graph = plan(PLAN);
        assertThat(graph.origin()).isEqualTo(Origin.PLAN);
        assertThat(addresses(graph))
                .containsExactly(
                        "aws_sqs_queue.q",
                        "module.m[\"a.b\"].aws_lambda_function.f[0]",
                        "data.aws_region.here",
                        "data.aws_caller_identity.me");
        var function = graph.of("aws_lambda_function").getFirst();
        assertThat(function.module()).isEqualTo("module.m[\"a.b\"]");
        assertThat(function.before().orElseThrow().at("memory_size").asNumber().orElseThrow())
                .hasToString("128");
        assertThat(function.block()).isEqualTo("module.m[\"a.b\"].aws_lambda_function.f");
        assertThat(function.place()).hasToString(temporary.resolve("plan.json").toString());
        assertThat(graph.at("aws_sqs_queue.q").getFirst().before()).isEmpty();
    }

    @Test
    @DisplayName("knows what is unknown at any depth, and what it will be made of")
    void unknown() {
        var graph = plan(PLAN);
        var queue = graph.at("aws_sqs_queue.q").getFirst();
        assertThat(queue.at("arn")).isInstanceOf(Value.Unknown.class);
        assertThat(queue.at("url").isAbsent()).isTrue();
        assertThat(queue.at("tags").isAbsent()).isTrue();
        assertThat(queue.at("empty").isAbsent()).isTrue();
        assertThat(queue.at("policy").asText()).contains("${aws:username}");
        assertThat(said(graph, "aws_sqs_queue.q", "list"))
                .isEqualTo("[{\"a\":1,\"b\":\"${aws_b.b.arn~}\"},{\"a\":2},{\"c\":\"${aws_b.b.arn~}\"}]");
        assertThat(queue.at("deep", "x", "y")).isInstanceOf(Value.Unknown.class);
        assertThat(queue.at("redrive_policy").references())
                .extracting(Reference::toString)
                .containsExactly("aws_sqs_queue.dlq.arn", "data.aws_y.z.id", "each.key", "local.x", "var.p");
        assertThat(queue.dependsOn()).containsExactly("aws_iam_role.r");
    }

    @Test
    @DisplayName("leads through what modules are given and yield to the resources")
    void throughModules() {
        var graph = plan(PLAN);
        var function = graph.of("aws_lambda_function").getFirst();
        assertThat(function.at("role").references()).containsExactly(new Reference("aws_iam_role.r", "arn"));
        assertThat(function.dependsOn()).containsExactly("module.m.aws_x.y");
        assertThat(graph.outputs())
                .extracting(output -> output.name() + Worked.json(output.value()))
                .containsExactly("known\"v\"", "open\"${module.m.aws_lambda_function.f.arn~}\"");
    }

    @Test
    @DisplayName("has providers as far as they are written out")
    void providers() {
        assertThat(plan(PLAN).providers())
                .extracting(provider -> provider.name() + Worked.json(provider.settings()))
                .containsExactly(
                        "aws{\"region\":\"eu-west-1\",\"profile\":\"${var.p.~}\","
                                + "\"default_tags\":[{\"tags\":{\"a\":\"b\"},\"odd\":[null,null,null,null]}]}",
                        "x{}");
    }

    @Test
    @DisplayName("without changes is its planned values, those of modules among them")
    void plannedValues() {
        var graph = plan("""
                {"planned_values": {"root_module": {
                  "resources": [{"address": "aws_x.a", "mode": "managed", "type": "aws_x", "name": "a", "values": {"n": 1}},
                    {"address": "aws_x.b", "type": "aws_x"}, {"address": 1}, 5],
                  "child_modules": [{"address": "module.m", "resources": [
                    {"address": "module.m.aws_x.c", "type": "aws_x", "name": "c", "values": {}}]}, 7]}}}
                """);
        assertThat(addresses(graph)).containsExactly("aws_x.a", "aws_x.b", "module.m.aws_x.c");
        assertThat(said(graph, "aws_x.a", "n")).isEqualTo("1");
        assertThat(graph.at("module.m.aws_x.c").getFirst().module()).isEqualTo("module.m");
    }

    @Test
    @DisplayName("whose modules give each other what they yield comes to an end")
    void circles() {
        var calls = IntStream.range(0, 60)
                .mapToObj(index -> """
                        "m%d": {"expressions": {"in": {"references": ["module.m%d.out", "module.m%d.out"]}},
                          "module": {"outputs": {"out": {"expression": {"references": ["var.in", "var.other"]}}}}}
                        """.formatted(index, (index + 1) % 60, (index + 7) % 60))
                .collect(Collectors.joining(","));
        var text = """
                {"resource_changes": [{"address": "aws_x.a", "type": "aws_x",
                   "change": {"after": {}, "after_unknown": {"v": true}}}],
                 "configuration": {"root_module": {"resources": [{"address": "aws_x.a",
                   "expressions": {"v": {"references": ["module.m0.out"]}}}], "module_calls": {%s}}}}
                """.formatted(calls);
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertThat(plan(text).at("aws_x.a").getFirst().at("v").references())
                        .isNotEmpty());
    }
}
