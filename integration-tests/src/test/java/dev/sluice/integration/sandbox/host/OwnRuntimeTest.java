package dev.sluice.integration.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.host.Functions.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The pipeline's functions on the Java that their archives bring, each with its cache or not at all. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the archives are for Linux x86_64")
class OwnRuntimeTest {

    static final List<Function> FUNCTIONS = Pipeline.BLUEPRINT.functions();

    private static final Path ARCHIVES = Path.of("..", "handlers", "target", "functions", "own");

    /** An event for each function, and what it says to it before an AWS that answers everything with nothing. */
    private static final Map<String, List<String>> EVENTS = Map.of(
            "validator",
            List.of("""
                    {"resource":"/webhook","headers":{"content-type":"application/json","webhook-id":"1",\
                    "webhook-timestamp":"1","webhook-signature":"v1,AA=="},"isBase64Encoded":false,"body":"{}"}""", "401"),
            "processor",
            List.of("{\"Records\":[]}", ""),
            "enricher",
            List.of("{\"Records\":[]}", "batchItemFailures"),
            "notifier",
            List.of("{\"Records\":[]}", "batchItemFailures"),
            "query",
            List.of("{\"resource\":\"/transactions/{id}\",\"pathParameters\":{\"id\":\"a\"}}", "404"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aFunctionRunsOnTheJavaOfItsArchive(Function function) throws IOException {
        var archive = archive(function);
        var stack = new Stack(folder).with(function.name(), values -> deploy(values, function, archive));
        try (var scene = new HostScene(folder, stack.deployed())) {
            var event = EVENTS.get(function.name());

            assertThat(scene.host.now(function.name(), event.getFirst(), "a test"))
                    .isInstanceOfSatisfying(
                            Answer.Answered.class,
                            answered -> assertThat(answered.payload()).contains(event.getLast()));
        }
    }

    @Test
    void theQuestionThatAFunctionAsksIsItsRoles() throws IOException {
        var archive = archive(Pipeline.QUERY);
        var stack = new Stack(folder).with("query", values -> deploy(values, Pipeline.QUERY, archive));
        try (var scene = new HostScene(folder, stack.deployed())) {
            scene.host.now("query", EVENTS.get("query").getFirst(), "a test");

            assertThat(scene.aws.calls("DynamoDB_20120810.GetItem"))
                    .singleElement()
                    .extracting(FakeAws.Call::accessKey)
                    .isEqualTo("FAKEquery-role");
        }
    }

    @Test
    void aCacheThatDoesNotFitIsAnError() throws IOException {
        assertThat(new OwnRuntime().variables()).containsEntry("SLUICE_AOT_MODE", "on");
        var code = FunctionCode.of(deployed(archive(Pipeline.QUERY)));
        var task = folder.resolve("task");
        code.unpackInto(task);
        var mode = "-XX:AOTMode=on";
        var java = task.resolve("runtime").resolve("bin").resolve("java").toString();
        var command =
                List.of(java, mode, "-XX:AOTCache=query.aot", "-XX:+UseSerialGC", "-cp", "lib/other.jar", "-version");

        var process = new ProcessBuilder(command)
                .directory(task.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed.txt").toFile())
                .start();

        assertThat(process.onExit().join().exitValue()).isNotZero();
        assertThat(folder.resolve("printed.txt")).content().contains("AOT cache");
    }

    @Test
    void anArchiveWithoutABootstrapIsNamed() throws IOException {
        var function = deployed(folder.resolve("tiny.zip"));

        assertThatThrownBy(() -> new OwnRuntime().command(function, folder, folder))
                .hasMessageContainingAll("tiny", "provided.al2023", "bootstrap");
    }

    private DeployedFunction deployed(Path archive) throws IOException {
        return new Stack(folder)
                .with("tiny", values -> {
                    values.put("runtime", OwnRuntime.NAME);
                    if (!archive.startsWith(folder)) {
                        deploy(values, Pipeline.QUERY, archive);
                    }
                })
                .deployed()
                .functions()
                .getFirst();
    }

    private static void deploy(ObjectNode values, Function function, Path archive) {
        try {
            values.put("runtime", OwnRuntime.NAME)
                    .put("handler", function.handler())
                    .put("memory_size", function.memoryMegabytes())
                    .put("filename", archive.toString())
                    .put("source_code_hash", Stack.hash(Files.readAllBytes(archive)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        values.putArray("architectures").add("x86_64");
        var variables = values.putArray("environment").addObject().putObject("variables");
        function.uses().forEach(use -> variables.put(use.environmentVariable(), "none"));
        function.settings().forEach(setting -> variables.put(setting.environmentVariable(), "{}"));
        variables.put("SOURCES", "{\"default\":{\"zone\":\"Europe/London\"}}");
    }

    /** Skips the test, loudly, where the build made no such archive; with {@code CI=true} that is a failure. */
    private static Path archive(Function function) throws IOException {
        var archive =
                ARCHIVES.resolve(function.name() + ".zip").toAbsolutePath().normalize();
        if (!Files.exists(archive)) {
            var why = archive + " was not built, which takes a JDK from 25 on: no function ran on a Java of its own";
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", "tests-partly-skipped.txt"), why);
            assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
            assumeTrue(false, why);
        }
        return archive;
    }
}
