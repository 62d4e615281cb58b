package dev.sluice.cli.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackFileTest {

    @Test
    void whatADeployTakesIsRead() {
        var stack = Sample.stack();

        assertThat(stack.resources()).isEqualTo(8);
        assertThat(stack.region()).contains("eu-west-2");
        assertThat(stack.tags()).containsAllEntriesOf(Map.of("Environment", "dev", "ManagedBy", "cdktf"));
        assertThat(stack.functions())
                .containsExactly(
                        new Stack.Function("enricher", "sluice-enricher-dev", 0),
                        new Stack.Function("processor", "sluice-processor-dev", 0),
                        new Stack.Function("validator", "sluice-validator-dev", 50));
        assertThat(stack.provisioned()).containsExactly(new Stack.Provisioned("validator", 5));
        assertThat(stack.writesAccessLogs()).isTrue();
        assertThat(stack.logGroups())
                .contains(new Stack.Named("aws_cloudwatch_log_group.validator", "/aws/lambda/sluice-validator-dev"));
        assertThat(stack.tables())
                .containsExactly(new Stack.Named("aws_dynamodb_table.transactions", "sluice-transactions-dev"));
        assertThat(stack.configRecorder()).isEqualTo("default");
        assertThat(stack.backend()).isEqualTo(new Backend.Local("terraform.sluice-transactions-dev.tfstate"));
        assertThat(stack.unclear()).isEmpty();
    }

    @Test
    void aStackWithNothingInItIsReadToo() throws StackMistake {
        var stack = read("{\"provider\":{\"aws\":[{}]},\"terraform\":{}}");

        assertThat(stack.resources()).isZero();
        assertThat(stack.region()).isEmpty();
        assertThat(stack.writesAccessLogs()).isFalse();
        assertThat(stack.configRecorder()).isEqualTo("default");
        assertThat(stack.backend()).isEqualTo(new Backend.Local("terraform.tfstate"));
    }

    @Test
    void whatOnlyTerraformCanWorkOutIsNotTakenForAValue() {
        var stack = Sample.stack(
                "\"reserved_concurrent_executions\": 50", "\"reserved_concurrent_executions\": \"${var.kept}\"",
                "\"eu-west-2\"", "\"${var.region}\"",
                "\"value\": \"default\"", "\"value\": \"${var.recorder}\"",
                "\"name\": \"sluice-transactions-dev\"", "\"name\": \"${var.table}\"");

        assertThat(stack.unclear()).containsExactly("aws_lambda_function.validator.reserved_concurrent_executions");
        assertThat(stack.region()).isEmpty();
        assertThat(stack.configRecorder()).isEqualTo("default");
        assertThat(stack.tables()).allMatch(Stack.Named::isExpression);
    }

    @Test
    void aNumberThatNobodyCanMeanIsNotCounted() {
        assertThat(Sample.stack(": 50", ": 1e30").unclear()).hasSize(1);
        assertThat(Sample.stack(": 50", ": -7").functions())
                .extracting(Stack.Function::reserved)
                .containsOnly(0L);
    }

    @Test
    void whereItsStateIsKeptIsRead() {
        var local = "\"local\": { \"path\": \"terraform.sluice-transactions-dev.tfstate\" }";

        assertThat(Sample.stack(local, "\"s3\": {\"bucket\":\"b\",\"key\":\"k\",\"use_lockfile\":true}")
                        .backend())
                .isEqualTo(new Backend.S3("b", "k", true));
        assertThat(Sample.stack(local, "\"s3\": {\"bucket\":\"b\",\"key\":\"k\",\"dynamodb_table\":\"t\"}")
                        .backend())
                .isEqualTo(new Backend.S3("b", "k", true));
        assertThat(Sample.stack(local, "\"s3\": {\"bucket\":\"b\",\"key\":\"k\"}")
                        .backend())
                .isEqualTo(new Backend.S3("b", "k", false));
        assertThat(Sample.stack(local, "\"http\": {}").backend()).isEqualTo(new Backend.Other("http"));
    }

    @Test
    void oneBlockOfTagsIsReadAsAListOfOneIs() throws StackMistake {
        var text =
                "{\"provider\":{\"aws\":[{\"default_tags\":{\"tags\":{\"Environment\":\"qa\",\"a/b\":\"c\"}}}]},\"terraform\":{}}";

        assertThat(read(text).tags()).isEqualTo(Map.of("Environment", "qa", "a/b", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"resource\":{}}", "{\"terraform\":{}}", "\"terraform\"", "{} {}"})
    void whatIsNoStackIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(StackMistake.class)
                .hasMessageContaining("a-file")
                .hasMessageContaining("./sluice synth");
    }

    @Test
    void aStackThatWasCutOffAnywhereIsRefused() {
        var text = Sample.text().strip();
        for (var end = 0; end < text.length(); end += 7) {
            var cut = text.substring(0, end);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(StackMistake.class).hasMessageContaining("broken");
        }
    }

    private static Stack read(String text) throws StackMistake {
        return StackFile.read("name", "a-file", text.getBytes(StandardCharsets.UTF_8));
    }
}
