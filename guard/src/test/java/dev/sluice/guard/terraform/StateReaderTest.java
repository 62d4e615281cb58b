package dev.sluice.guard.terraform;

import static dev.sluice.guard.terraform.Folder.addresses;
import static dev.sluice.guard.terraform.Folder.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Output;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Context;
import dev.sluice.guard.iam.Rights;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A state")
class StateReaderTest {

    private static final String STATE = """
            {"format_version": "1.0", "terraform_version": "1.11.4", "values": {
              "outputs": {"url": {"sensitive": false, "value": "https://x"}, "odd": {"sensitive": true}},
              "root_module": {
                "resources": [
                  {"address": "data.aws_region.here", "mode": "data", "type": "aws_region", "name": "here",
                   "values": {"name": "eu-west-2"}},
                  {"address": "aws_kms_key.k", "mode": "managed", "type": "aws_kms_key", "name": "k",
                   "values": {"arn": "arn:aws:kms:eu-west-2:111122223333:key/k-1", "id": "k-1"}},
                  {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
                   "values": {"name": "orders", "kms_master_key_id": "arn:aws:kms:eu-west-2:111122223333:key/k-1",
                              "policy": null},
                   "depends_on": ["aws_kms_key.k", 5]},
                  {"address": "aws_iam_role.r", "mode": "managed", "type": "aws_iam_role", "name": "r",
                   "values": {"name": "worker", "assume_role_policy": "{\\"Version\\": \\"2012-10-17\\", \\"Statement\\":
                     [{\\"Effect\\": \\"Allow\\", \\"Principal\\": {\\"Service\\": \\"lambda.amazonaws.com\\"},
                       \\"Action\\": \\"sts:AssumeRole\\"}]}"}}],
                "child_modules": [{"address": "module.m", "resources": [
                  {"address": "module.m.aws_x.y", "mode": "managed", "type": "aws_x", "name": "y", "values": {}}]}]}}}""";

    @TempDir
    Path temporary;

    private ResourceGraph state() {
        return new Folder(temporary)
                .with("state.json", STATE.replace("\n         ", ""))
                .graph("state.json");
    }

    @Test
    @DisplayName("is read with all its modules, outputs and dependencies, and nothing in it is unknown")
    void whole() {
        var graph = state();
        assertThat(graph.origin()).isEqualTo(Origin.STATE);
        assertThat(addresses(graph))
                .containsExactly(
                        "data.aws_region.here",
                        "aws_kms_key.k",
                        "aws_sqs_queue.q",
                        "aws_iam_role.r",
                        "module.m.aws_x.y");
        assertThat(said(graph, "aws_sqs_queue.q", "name")).isEqualTo("\"orders\"");
        assertThat(graph.at("aws_sqs_queue.q").getFirst().at("policy").isAbsent())
                .isTrue();
        assertThat(graph.at("aws_sqs_queue.q").getFirst().dependsOn()).containsExactly("aws_kms_key.k");
        assertThat(graph.outputs()).extracting(Output::name).containsExactly("url", "odd");
        assertThat(graph.outputs().getFirst().value()).isEqualTo(Value.text("https://x"));
    }

    @Test
    @DisplayName("names what there is by ARN and by id")
    void identities() {
        var graph = state();
        var key = graph.at("aws_kms_key.k").getFirst();
        var named = graph.at("aws_sqs_queue.q").getFirst().at("kms_master_key_id");
        assertThat(graph.target(named, "aws_kms_key")).contains(key);
        assertThat(graph.target(Value.text("k-1"), "aws_kms_key")).contains(key);
        assertThat(graph.target(Value.text("k-1"), "aws_sqs_queue")).isEmpty();
    }

    @Test
    @DisplayName("is not asked for outputs, which refer to nothing any more")
    void outputs() {
        assertThat(Guard.look(state(), Expectations.usual(LocalDate.EPOCH)))
                .extracting(finding -> finding.rule().id())
                .isNotEmpty()
                .doesNotContain("account-missing-outputs");
    }

    @Test
    @DisplayName("tells who may take a role")
    void trust() {
        var rights = new Rights(state());
        var role = state().at("aws_iam_role.r").getFirst();
        assertThat(rights.serviceMay("lambda.amazonaws.com", "sts:AssumeRole", role, Context.unknown())
                        .isAllowed())
                .isTrue();
        assertThat(rights.serviceMay("ecs-tasks.amazonaws.com", "sts:AssumeRole", role, Context.unknown())
                        .isDenied())
                .isTrue();
        assertThat(rights.boundary(role)).isEmpty();
    }
}
