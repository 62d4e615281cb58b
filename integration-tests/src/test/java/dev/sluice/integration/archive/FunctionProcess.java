package dev.sluice.integration.archive;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import dev.sluice.blueprint.Function;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function in a JVM of its own, started as Lambda's Java runtime starts it: AWS's runtime interface client before
 * the jars of the unpacked archive, and nothing else on the class path.
 */
final class FunctionProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private static final String NATIVE_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private final Function function;
    private final RuntimeApi api;
    private final Process process;
    private final Path log;

    private FunctionProcess(Function function, RuntimeApi api, Process process, Path log) {
        this.function = function;
        this.api = api;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param folder an empty one, for what is unpacked and printed
     * @param variables what the function reads from its environment; it sees nothing else of ours
     */
    static FunctionProcess start(Function function, Path folder, Map<String, String> variables) throws IOException {
        Archive.of(function).unpackInto(folder);
        var log = folder.resolve("log.txt");
        var api = RuntimeApi.start(function.timeout());
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // As the managed runtime sets it, for a heap of that memory.
                        "-Xmx" + function.memoryMegabytes() * 3 / 4 + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // The client's native part; without this line newer JVMs warn about it.
                        "--enable-native-access=ALL-UNNAMED",
                        "-D" + NATIVE_PROPERTY + "=" + nativePart(folder),
                        "-cp",
                        classPath(folder),
                        AWSLambda.class.getName(),
                        function.handler())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.clear();
        environment.putAll(variables);
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
        environment.put("LAMBDA_TASK_ROOT", folder.toString());
        environment.put("_HANDLER", function.handler());
        return new FunctionProcess(function, api, builder.start(), log);
    }

    /** Left alone, the client unpacks it to one place under /tmp, where processes that start together meet. */
    private static Path nativePart(Path folder) throws IOException {
        var processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        var name = "/jni/libaws-lambda-jni.linux-" + processor + ".so";
        var file = folder.resolve("native.so");
        try (var in = AWSLambda.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(in, name), file);
        }
        return file;
    }

    /** The runtime's own jars first, then what is unpacked, in the order of names. */
    private static String classPath(Path folder) throws IOException {
        var runtime = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> Path.of(jar).getFileName().toString().startsWith("aws-lambda-java-"));
        try (var jars = Files.list(folder.resolve("lib"))) {
            return Stream.concat(runtime, jars.map(Path::toString).sorted())
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** What it answers to that event. */
    String answer(String event) throws IOException {
        return switch (invoke(event)) {
            case RuntimeApi.Outcome.Answered answered -> answered.text();
            case RuntimeApi.Outcome.Failed failed -> throw new AssertionError(said(failed.error()));
        };
    }

    RuntimeApi.Outcome invoke(String event) throws IOException {
        try {
            var gone = process.onExit().thenApply(ended -> {
                throw new IllegalStateException("ended with " + ended.exitValue());
            });
            return (RuntimeApi.Outcome)
                    CompletableFuture.anyOf(api.invoke(event), gone).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(said(String.valueOf(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The lines it has printed. */
    List<String> lines() throws IOException {
        return Files.readAllLines(log);
    }

    private String said(String what) throws IOException {
        return function.name() + ": " + what + "; it printed:\n" + String.join("\n", lines());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
    }
}
