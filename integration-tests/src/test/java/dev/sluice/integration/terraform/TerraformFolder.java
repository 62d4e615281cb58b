package dev.sluice.integration.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.handlers.aws.Emulator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A synthesized stack in a folder, in the hands of the real Terraform with the real AWS provider.
 *
 * @param folder where {@code cdk.tf.json} lies
 * @param variables what Terraform finds in its environment
 */
public record TerraformFolder(Path folder, Map<String, String> variables) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
    private static final int LONGEST_MINUTES = 8;

    /** Synthesizes the stack of an environment for the emulator, with the program that cdktf.json names. */
    public static TerraformFolder synthesized(Path out, String suffix) throws IOException {
        return synthesized(
                out,
                suffix,
                Map.of(
                        "AWS_ENDPOINT_URL", Emulator.url().toString(),
                        "AWS_ACCESS_KEY_ID", "FAKE-ACCESS-KEY",
                        "AWS_SECRET_ACCESS_KEY", "fake-secret-key",
                        "AWS_REGION", "eu-west-2",
                        "AWS_EC2_METADATA_DISABLED", "true"));
    }

    /**
     * Synthesizes the stack of an environment.
     *
     * @param account the variables that say which account it is for, and with whose rights
     */
    public static TerraformFolder synthesized(Path out, String suffix, Map<String, String> account) throws IOException {
        var variables = new HashMap<>(account);
        variables.putAll(
                Map.of("ENVIRONMENT_SUFFIX", suffix, "CDKTF_OUTDIR", out.toString(), "CHECKPOINT_DISABLE", "1"));
        run(REPOSITORY, variables, List.of("sh", "build-tools/synth.sh"), out.resolve("synth-" + suffix + ".txt"));
        var config = run(
                        REPOSITORY,
                        variables,
                        List.of("sh", "build-tools/terraform-config.sh", out.toString()),
                        out.resolve("config-" + suffix + ".txt"))
                .strip();
        if (!config.isEmpty()) {
            variables.put("TF_CLI_CONFIG_FILE", config);
        }
        return new TerraformFolder(out.resolve("stacks/sluice-transactions-" + suffix), variables);
    }

    /** Another stack that was synthesized along with this one, by its name. */
    public TerraformFolder beside(String stack) {
        return new TerraformFolder(folder.resolveSibling(stack), variables);
    }

    /** Skips the test, loudly, where there is no Terraform; with {@code CI=true} that is a failure. */
    public static void assumeInstalled() throws IOException {
        if (Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .noneMatch(place -> Files.isExecutable(Path.of(place, "terraform")))) {
            var why =
                    "Terraform is not on the PATH; install 1.10 or newer: no synthesized stack was planned or applied";
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", "tests-partly-skipped.txt"), why);
            assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
            assumeTrue(false, why);
        }
    }

    /** Runs Terraform to its end and gives back what it said; an exit code but 0 is an error with all of it. */
    public String terraform(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        return run(folder, variables, command, folder.resolve(arguments[0] + ".txt"));
    }

    /** What was deployed, as {@code terraform show -json} writes it. */
    public JsonNode state() throws IOException {
        return JSON.readTree(terraform("show", "-json"));
    }

    /** Plans into a file and reads it. */
    public JsonNode plan(String file) throws IOException {
        terraform("plan", "-input=false", "-out=" + file);
        return JSON.readTree(terraform("show", "-json", file));
    }

    public JsonNode outputs() throws IOException {
        return JSON.readTree(terraform("output", "-json"));
    }

    public JsonNode synthesized() throws IOException {
        return JSON.readTree(folder.resolve("cdk.tf.json").toFile());
    }

    private static String run(Path folder, Map<String, String> variables, List<String> command, Path said)
            throws IOException {
        Files.createDirectories(said.getParent());
        var errors = said.resolveSibling(said.getFileName() + ".errors");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(said.toFile())
                .redirectError(errors.toFile());
        // A profile of whoever runs this is none of the test's business.
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("TF_VAR_"));
        builder.environment().putAll(variables);
        var process = builder.start();
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(command + " did not end; it said: " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        var text = Files.readString(said);
        assertThat(process.exitValue())
                .as(String.join(" ", command) + "\n" + text + Files.readString(errors))
                .isZero();
        return text;
    }
}
