package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.preflight.Account;
import dev.sluice.cli.preflight.FakeAccount;
import dev.sluice.cli.stacks.Sample;
import dev.sluice.cli.tools.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What comes before and after a deploy, as its user meets it, in a folder that stands for the repository. */
class DeployCommandsTest {

    private static final String STACK = Sample.NAME;

    @TempDir
    private Path root;

    private Programs programs;
    private final FakeAccount account = new FakeAccount();

    @BeforeEach
    void repository() throws IOException {
        programs = new Programs(root)
                .saying("node", "echo v20.20.2")
                .saying("terraform", "echo '{\"terraform_version\":\"1.11.4\"}'");
        write("package.json", "{\"devDependencies\":{\"cdktf-cli\":\"0.19.2\"}}");
        write("node_modules/.bin/cdktf", "");
        write("node_modules/cdktf-cli/package.json", "{\"version\":\"0.19.2\"}");
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), content);
    }

    private static Ran run(Object command, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = new CommandLine(command)
                .setExecutionExceptionHandler(new Failures())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    private Ran synth(String... args) {
        return run(new SynthCommand(programs.around()), args);
    }

    private Ran outputs(String... args) {
        return run(new OutputsCommand(programs.around()), args);
    }

    private Ran preflight(String... args) {
        return run(new PreflightCommand(programs.around(), () -> account), args);
    }

    private static void isMistake(Ran ran, String message) {
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err().strip().lines().toList().getLast())
                .startsWith("sluice: ")
                .contains(message);
        assertThat(ran.err()).doesNotContain("\tat ");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void whatSynthesisWroteIsTold() throws Exception {
        Sample.writeInto(root, STACK);
        write("build-tools/synth.sh", "echo synthesizing; echo with a word >&2");

        var ran = synth();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().strip()).isEqualTo("cdktf.out/stacks/sluice-transactions-dev/cdk.tf.json  8 resources");
        assertThat(ran.err()).contains("synthesizing").contains("with a word");

        assertThat(synth("--json").json().text("/stacks/0/resources")).contains("8");
        assertThat(synth("--json").json().text("/stacks/0/stack")).contains(STACK);
    }

    @Test
    void aSynthesisThatFailsIsToldWithWhatItSaid() throws Exception {
        write("build-tools/synth.sh", "echo ENVIRONMENT_SUFFIX is lower-case; exit 2");

        isMistake(synth(), "the synthesis failed with 2; its reason is above");
        assertThat(synth().err()).contains("ENVIRONMENT_SUFFIX is lower-case");
    }

    @Test
    void whatSynthesisNeedsIsNamed() throws Exception {
        isMistake(synth(), "there is no build-tools/synth.sh in " + root);
        write("build-tools/synth.sh", "");
        assertThat(synth().out().strip()).isEqualTo("no stack was written");
        programs.saying("node", "exit 127");
        isMistake(synth(), "synthesis needs Node, 20 or newer");
    }

    @Test
    void outputsAreShownButForWhatIsSecret() throws Exception {
        Sample.writeInto(root, STACK);
        programs.saying(
                "terraform",
                "cat <<'END'\n{\"key\":{\"sensitive\":true,\"type\":\"string\",\"value\":\"s3cret\"},"
                        + "\"names\":{\"sensitive\":false,\"value\":[\"a\",\"b\"]},"
                        + "\"webhook_url\":{\"sensitive\":false,\"type\":\"string\",\"value\":\"https://x/v1\"}}\nEND");

        var ran = outputs();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines())
                .containsExactly("key          (sensitive)", "names        [\"a\",\"b\"]", "webhook_url  https://x/v1");
        assertThat(outputs("--json").json())
                .isEqualTo(JsonText.read(
                        "{\"key\":\"(sensitive)\",\"names\":[\"a\",\"b\"],\"webhook_url\":\"https://x/v1\"}"
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(outputs("--json").out()).doesNotContain("s3cret");
    }

    @Test
    void terraformIsAskedInTheStacksFolder() throws Exception {
        Sample.writeInto(root, STACK);
        Sample.writeInto(root, "sluice-compliance-dev");
        programs.saying(
                "terraform", "printf '{\"in\":{\"sensitive\":false,\"value\":\"%s\"}}' \"$(basename $(pwd)) $*\"");

        assertThat(outputs().out()).contains(STACK + " output -json -no-color");
        assertThat(outputs("--stack", "sluice-compliance-dev").out()).contains("sluice-compliance-dev output");
    }

    @Test
    void withoutOutputsThatIsSaid() throws Exception {
        Sample.writeInto(root, STACK);
        programs.saying("terraform", "echo '{}'");

        var ran = outputs("--json");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out().strip()).isEqualTo("{}");
        assertThat(ran.err()).contains("the state of sluice-transactions-dev has no outputs");
        assertThat(outputs().out()).isEmpty();
    }

    @Test
    void whatKeepsOutputsFromBeingReadIsToldInASentence() throws Exception {
        isMistake(outputs(), "there is no stack in cdktf.out: write it with ./sluice synth");
        isMistake(outputs("--stack", "x"), "there is no stack x");
        Sample.writeInto(root, STACK);
        programs.saying("terraform", "echo '╷\n│ Error: Backend initialization required' >&2; exit 1");
        isMistake(outputs(), "was never deployed from here");
        programs.saying("terraform", "echo '╷\n│ Error: state is\n│ broken' >&2; exit 1");
        isMistake(outputs(), "Error: state is broken");
        Files.delete(root.resolve("bin/terraform"));
        programs.alone();
        isMistake(outputs(), "terraform is not on the PATH: install Terraform");
    }

    @Test
    void aPreflightWithNothingToReportSaysSo() throws Exception {
        Sample.writeInto(root, STACK);

        var ran = preflight();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .startsWith("sluice-transactions-dev, 8 resources, to eu-west-2")
                .contains("✓ Terraform               1.11.4")
                .contains("✓ credentials             user somebody of the account that ends with 9012")
                .contains("Nothing found that would stop or hurt a deploy.")
                .doesNotContain("123456789012");
    }

    @Test
    void whatWouldStopOrHurtADeployIsToldWithWhatToDo() throws Exception {
        Sample.writeInto(root, STACK);
        account.concurrency = FakeAccount.known(new Account.Concurrency(10, 10));
        account.recorders = FakeAccount.unknown("these credentials may not config:DescribeConfigurationRecorders");
        account.gatewayLogRole = FakeAccount.known(Optional.empty());
        account.names.put("sluice-transactions-dev", FakeAccount.known(Optional.of(Map.of())));
        write("node_modules/cdktf-cli/package.json", "{\"version\":\"0.19.1\"}");

        var ran = preflight();
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains("! CDKTF                   0.19.1 is installed, 0.19.2 is pinned")
                .contains("✗ Lambda concurrency      quota 10, less 0 reserved by others, less 50 by this stack")
                .contains("                          aws service-quotas request-service-quota-increase")
                .contains("? AWS Config recorder     cannot tell: these credentials may not")
                .contains("wanted  no table of these names but the stack's own")
                .contains("3 would stop a deploy, 1 would hurt it, 1 cannot be told, 7 fine.");

        var json = preflight("--json").json();
        assertThat(json.text("/fine")).contains("false");
        assertThat(json.text("/accountEndsWith")).contains("9012");
        assertThat(json.items("/checks")).hasSize(12);
        assertThat(json.text("/checks/0/verdict")).contains("fine");
        assertThat(json.text("/checks/0/do")).isEmpty();
        assertThat(json.text("/checks/2/verdict")).contains("warning");
        assertThat(json.text("/checks/2/commands/0")).contains("npm ci");
        assertThat(json.text("/checks/7/verdict")).contains("stop");
        assertThat(json.text("/checks/11/verdict")).contains("cannot_tell");
    }

    @Test
    void withoutCredentialsTheMachineIsLookedAtAllTheSame() throws Exception {
        Sample.writeInto(root, STACK);
        account.caller = FakeAccount.unknown("no credentials were found");

        var ran = preflight();
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("✓ Node").contains("0 would stop a deploy, 0 would hurt it, 6 cannot be told");
        assertThat(preflight("--json").json().text("/accountEndsWith")).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsAMistakeInOneLine() throws Exception {
        isMistake(preflight(), "there is no stack sluice-transactions-dev (cdktf.out/");
        isMistake(preflight("--stack", "../x"), "--stack");
        write("cdktf.out/stacks/cut/cdk.tf.json", "{\"resource\":");
        isMistake(preflight("--stack", "cut"), "cdktf.out/stacks/cut/cdk.tf.json is broken");
        programs.with("ENVIRONMENT_SUFFIX", "prod");
        isMistake(preflight(), "there is no stack sluice-transactions-prod");
    }

    @Test
    void coloursAreForTerminals() throws Exception {
        Sample.writeInto(root, STACK);
        var out = new StringWriter();
        new CommandLine(new PreflightCommand(programs.around(), () -> account))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.ON))
                .setOut(new PrintWriter(out, true))
                .execute();

        assertThat(out.toString()).contains("\u001B[32m✓");
        assertThat(preflight().out()).doesNotContain("\u001B");
    }
}
