package dev.sluice.integration.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.host.Functions.Answer;
import dev.sluice.integration.sandbox.journal.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is for Linux")
class FunctionHostTest {

    @TempDir
    private Path folder;

    private Stack stack;
    private HostScene scene;

    @BeforeEach
    void begin() throws IOException {
        stack = new Stack(folder);
    }

    @AfterEach
    void end() {
        scene.close();
    }

    private void open(Deployment deployment) throws IOException {
        scene = new HostScene(folder, deployment);
    }

    @Test
    void theSecondInvocationFindsTheProcessWarm() throws IOException {
        open(stack.with("tiny").deployed());

        assertThat(scene.ask("tiny", "hello")).isEqualTo(new Answer.Answered("\"hello\""));
        var process = scene.ask("tiny", "process");
        assertThat(scene.ask(Stack.arn("tiny") + ":live", "process")).isEqualTo(process);

        var invoked = scene.journal.of(Event.Invoked.class).toList();
        assertThat(invoked).extracting(Event.Invoked::outcome).containsOnly("answered");
        assertThat(invoked).extracting(Event.Invoked::by).containsOnly("a test");
        assertThat(invoked.get(0).cold()).isPositive();
        assertThat(invoked.get(1).cold()).isZero();
        assertThat(scene.sum("Invocations", "tiny")).isEqualTo(3);
        assertThat(scene.sum("Errors", "tiny")).isZero();
    }

    @Test
    void whatAFunctionThrowsIsTheRuntimesError() throws IOException {
        open(stack.with("tiny").deployed());

        assertThat(scene.failure("tiny", "throw")).contains("IllegalStateException", "it was told to");
        assertThat(scene.journal.of(Event.Invoked.class))
                .singleElement()
                .satisfies(invoked -> assertThat(invoked.failed()).isTrue())
                .extracting(Event.Invoked::outcome)
                .isEqualTo("java.lang.IllegalStateException");
        assertThat(scene.sum("Errors", "tiny")).isEqualTo(1);
        assertThat(scene.ask("tiny", "well")).isEqualTo(new Answer.Answered("\"well\""));
    }

    @Test
    void anInvocationThatTakesTooLongIsKilled() throws IOException {
        open(stack.with("tiny", values -> values.put("timeout", 1)).deployed());

        assertThat(scene.failure("tiny", "hang")).contains("Task timed out after 1.00 seconds");
        assertThat(scene.journal.of(Event.Invoked.class)).singleElement().satisfies(invoked -> {
            assertThat(invoked.outcome()).isEqualTo("timed out");
            assertThat(invoked.took()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        });
        assertThat(scene.ask("tiny", "again")).isEqualTo(new Answer.Answered("\"again\""));
        assertThat(scene.journal.of(Event.Invoked.class))
                .last()
                .satisfies(invoked -> assertThat(invoked.cold()).isPositive());
    }

    @Test
    void aProcessThatEndsByItselfIsReplaced() throws IOException {
        open(stack.with("tiny").deployed());

        assertThat(scene.failure("tiny", "exit")).contains("Runtime.ExitError", "exit status 7");
        assertThat(scene.ask("tiny", "again")).isEqualTo(new Answer.Answered("\"again\""));
    }

    @Test
    void aFunctionThatCannotBeMadeFailsEachTimeAnew() throws IOException {
        open(stack.with("tiny", values -> values.put("handler", Unmakeable.class.getName() + "::handle"))
                .deployed());

        assertThat(scene.failure("tiny", "hello")).contains("a variable is missing");
        assertThat(scene.failure("tiny", "hello")).contains("a variable is missing");
    }

    @Test
    void aFunctionSeesItsDeployedVariablesAndWhatLambdaSets() throws IOException {
        open(stack.with("tiny").deployed());

        var seen = ((Answer.Answered) scene.ask("tiny", "variables")).payload().replace("\"", "");
        var variables = Arrays.stream(seen.split(";", -1))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));

        assertThat(variables)
                .containsEntry("OWN", "deployed")
                .containsEntry("AWS_REGION", "eu-west-2")
                .containsEntry("AWS_LAMBDA_FUNCTION_NAME", "tiny")
                .containsEntry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
                .containsEntry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/tiny")
                .containsEntry("AWS_ACCESS_KEY_ID", "FAKEtiny-role")
                .containsEntry("AWS_ENDPOINT_URL", scene.aws.url().toString())
                .containsEntry("_HANDLER", Tiny.class.getName() + "::handle");
        variables.keySet().removeIf(name -> name.startsWith("AWS_"));
        assertThat(variables.keySet())
                .containsExactlyInAnyOrder("OWN", "_HANDLER", "LAMBDA_TASK_ROOT", "LANG", "PATH", "TZ");
    }

    @Test
    void anArchiveThatIsNotTheDeployedOneIsRefused() throws IOException {
        open(stack.with("tiny").deployed());
        Files.write(folder.resolve("tiny.zip"), new byte[] {1});

        assertThatThrownBy(() -> scene.ask("tiny", "hello"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("tiny", "SHA-256", "deploy again");
        assertThatThrownBy(scene.host::warm).hasMessageContaining("deploy again");
    }

    @Test
    void whatIsDeployedAnewStartsAnewAndTheRestGoesOn() throws IOException {
        open(stack.with("kept").with("changed").deployed());
        scene.host.warm();
        var kept = scene.ask("kept", "process");
        var changed = scene.ask("changed", "process");

        scene.host.deploy(
                stack.with("changed", values -> values.put("memory_size", 300)).deployed());

        assertThat(scene.ask("kept", "process")).isEqualTo(kept);
        assertThat(scene.ask("changed", "process")).isNotEqualTo(changed);
    }

    @Test
    void moreAtOnceThanIsReservedIsThrottled() throws IOException, InterruptedException {
        open(stack.with("tiny", values -> values.put("reserved_concurrent_executions", 1))
                .with("closed", values -> values.put("reserved_concurrent_executions", 0))
                .deployed());

        assertThat(scene.ask("closed", "hello")).isEqualTo(new Answer.Throttled());
        var first = CompletableFuture.supplyAsync(() -> scene.ask("tiny", "wait"));
        scene.aws.awaitHeld();
        assertThat(scene.host.isIdle()).isFalse();
        assertThat(scene.ask("tiny", "hello")).isEqualTo(new Answer.Throttled());
        scene.aws.letGo();
        assertThat(first.join()).isEqualTo(new Answer.Answered("\"waited\""));
        assertThat(scene.ask("tiny", "hello")).isEqualTo(new Answer.Answered("\"hello\""));
        assertThat(scene.sum("Throttles", "tiny")).isEqualTo(1);
    }

    @Test
    void aFunctionThatIsNotDeployedIsNamed() throws IOException {
        open(stack.with("tiny").deployed());

        assertThatThrownBy(() -> scene.ask("other", "hello")).hasMessageContaining("no function other is deployed");
    }
}
