package dev.sluice.integration.sandbox.host;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lambda's managed runtime for Java: AWS's runtime interface client on a JDK (AWS, "Lambda runtimes", "Customize Java runtime
 * startup behavior").
 *
 * @param java the command
 */
record ManagedRuntime(Path java) implements LambdaRuntime {

    private static final Pattern NAME = Pattern.compile("java(\\d+)");

    /** The client and what it is made with: nothing of it may come from a function's archive, which need not hold it. */
    private static final List<String> OWN_JARS = List.of("aws-lambda-java-", "utils-lite-");

    private static final String NATIVE_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    /** The release itself where one lies beside the JDK that runs the tests; otherwise that JDK, if it is no older. */
    static ManagedRuntime of(DeployedFunction function) {
        var name = NAME.matcher(function.runtime());
        var own = Path.of(System.getProperty("java.home"));
        var newest = Runtime.version().feature();
        if (!name.matches() || Integer.parseInt(name.group(1)) > newest) {
            throw new IllegalStateException(function.name() + " was deployed for the runtime " + function.runtime()
                    + ", which cannot be run here: only java runtimes up to java" + newest);
        }
        var release = Integer.parseInt(name.group(1));
        var home = release == newest ? own : beside(own, release).orElse(own);
        return new ManagedRuntime(home.resolve("bin").resolve("java"));
    }

    private static Optional<Path> beside(Path home, int release) {
        try (var homes = Files.list(home.toRealPath().getParent())) {
            return homes.filter(each -> isRelease(each, release)).sorted().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRelease(Path home, int release) {
        var told = home.resolve("release");
        if (!Files.isRegularFile(told)
                || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
            return false;
        }
        try (var lines = Files.lines(told)) {
            return lines.anyMatch(line -> line.startsWith("JAVA_VERSION=\"" + release + ".")
                    || line.equals("JAVA_VERSION=\"" + release + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> command(DeployedFunction function, Path task, Path scratch) throws IOException {
        return List.of(
                java.toString(),
                // As the managed runtime sets it, for a heap of that memory.
                "-Xmx" + function.memoryMegabytes() * 3 / 4 + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // The client's native part; without this line newer JVMs warn about it.
                "--enable-native-access=ALL-UNNAMED",
                "-D" + NATIVE_PROPERTY + "=" + nativePart(scratch),
                "-Djava.io.tmpdir=" + scratch,
                "-cp",
                classPath(),
                AWSLambda.class.getName(),
                function.handler());
    }

    @Override
    public Map<String, String> variables() {
        return Map.of();
    }

    /** Left alone, the client unpacks it to one place under /tmp, where processes that start together meet. */
    private static Path nativePart(Path folder) throws IOException {
        var processor = Machine.isArm() ? "aarch_64" : "x86_64";
        var name = "/jni/libaws-lambda-jni.linux-" + processor + ".so";
        var file = folder.resolve("native.so");
        try (var in = AWSLambda.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(in, name), file);
        }
        return file;
    }

    /** The runtime's own jars; the client looks for the function's where it is started, as in {@code /var/task}. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(jar -> !jar.isEmpty())
                .filter(jar -> {
                    var name = Path.of(jar).getFileName().toString();
                    return OWN_JARS.stream().anyMatch(name::startsWith);
                })
                .collect(Collectors.joining(File.pathSeparator));
    }
}
