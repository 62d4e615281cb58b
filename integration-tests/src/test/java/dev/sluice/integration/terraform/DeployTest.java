package dev.sluice.integration.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The real tools agree with what is synthesized: Terraform and the AWS provider validate and plan it, and deploy it to the
 * emulator and take it down again.
 */
@Execution(ExecutionMode.CONCURRENT)
class DeployTest {

    @TempDir
    private Path out;

    @BeforeEach
    void needsTerraform() throws IOException {
        TerraformFolder.assumeInstalled();
    }

    /** Most of a deploy is the provider waiting, so what can be planned meanwhile is, and other tests run beside it. */
    @Test
    void devIsDeployedAndGoesAgainWhileProdIsPlanned()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var dev = TerraformFolder.synthesized(out, "dev");
        var prod = TerraformFolder.synthesized(out, "prod");

        var deployed = CompletableFuture.runAsync(() -> asserting(() -> isDeployedAndGoesAgain(dev)));
        var planned = CompletableFuture.runAsync(() -> asserting(() -> isPlanned(prod)));

        planned.get(10, TimeUnit.MINUTES);
        deployed.get(10, TimeUnit.MINUTES);
    }

    private static void isPlanned(TerraformFolder stack) throws IOException {
        stack.terraform("init", "-input=false");
        assertThat(stack.terraform("validate")).contains("The configuration is valid");
        var plan = stack.plan("first");
        assertThat(Guarded.broken(plan)).isEmpty();
        assertThat(plan.path("resource_changes"))
                .hasSizeGreaterThan(100)
                .filteredOn(r -> r.at("/change/actions/0").asText().equals("create"))
                .anySatisfy(r -> assertThat(r.get("address").asText())
                        .isEqualTo("aws_lambda_provisioned_concurrency_config.validator"))
                .anySatisfy(r -> assertThat(r.get("address").asText()).isEqualTo("aws_cloudwatch_log_group.api"));
        assertThat(stack.terraform("graph", "-type=plan", "-draw-cycles")).doesNotContain("color = \"red\"");
    }

    private static void isDeployedAndGoesAgain(TerraformFolder stack) throws IOException {
        stack.terraform("init", "-input=false");
        assertThat(stack.terraform("validate")).contains("The configuration is valid");
        stack.plan("first");
        stack.terraform("apply", "-input=false", "-parallelism=40", "first");

        var outputs = stack.outputs();
        assertThat(outputs.size()).isEqualTo(stack.synthesized().get("output").size());
        assertThat(outputs)
                .allSatisfy(output -> assertThat(output.get("value").asText()).isNotBlank());
        for (var function : Pipeline.BLUEPRINT.functions()) {
            assertThat(outputs.at("/function_arn_" + function.name() + "/value").asText())
                    .endsWith(":sluice-" + function.name() + "-dev:live");
        }

        var second = stack.plan("second");
        // A sandbox has no access log by its preset: it would need the account's role for it.
        assertThat(Guarded.broken(second))
                .allMatch(finding -> finding.rule().id().equals("apigateway-stage-without-access-log"));
        assertThat(Forgotten.changesBeside(second))
                .as("what a second plan would change")
                .isEmpty();

        stack.terraform("destroy", "-auto-approve", "-input=false", "-parallelism=40");
        assertThat(stack.terraform("state", "list")).isBlank();
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }

    private static void asserting(Step step) {
        try {
            step.take();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
