package dev.sluice.integration.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The real tools agree with what is synthesized for production: Terraform and the AWS provider validate and plan it. What is
 * deployed for real is a sandbox: {@code dev.sluice.integration.sandbox}.
 */
@Execution(ExecutionMode.CONCURRENT)
class PlanTest {

    @TempDir
    private Path out;

    @Test
    void prodIsPlanned() throws IOException {
        TerraformFolder.assumeInstalled();
        var stack = TerraformFolder.synthesized(out, "prod");

        stack.terraform("init", "-input=false");
        assertThat(stack.terraform("validate")).contains("The configuration is valid");
        var plan = stack.plan("first");

        assertThat(Guarded.broken(Guarded.graph(plan))).isEmpty();
        assertThat(plan.path("resource_changes"))
                .hasSizeGreaterThan(100)
                .filteredOn(r -> r.at("/change/actions/0").asText().equals("create"))
                .anySatisfy(r -> assertThat(r.get("address").asText())
                        .isEqualTo("aws_lambda_provisioned_concurrency_config.validator"))
                .anySatisfy(r -> assertThat(r.get("address").asText()).isEqualTo("aws_cloudwatch_log_group.api"));
        assertThat(stack.terraform("graph", "-type=plan", "-draw-cycles")).doesNotContain("color = \"red\"");
    }
}
