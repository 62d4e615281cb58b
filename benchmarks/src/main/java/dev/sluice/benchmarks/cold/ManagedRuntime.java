package dev.sluice.benchmarks.cold;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lambda's managed runtime for Java: AWS's runtime interface client on the JDK that this runs on, with the options that Lambda
 * starts it with (AWS, "Customize Java runtime startup behavior").
 *
 * @param jars the client and what it is made with
 * @param nativePart its native library, unpacked: left alone, the client does that at each start
 */
record ManagedRuntime(List<Path> jars, Path nativePart) {

    private static final List<String> NAMES = List.of("aws-lambda-java-", "utils-lite-");
    private static final String NATIVE_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    /** Gets one ready in that folder. */
    static ManagedRuntime in(Path folder) throws IOException {
        var arm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).contains("aarch64");
        var name = "/jni/libaws-lambda-jni.linux-" + (arm ? "aarch_64" : "x86_64") + ".so";
        var file = folder.resolve("native.so");
        try (var in = AWSLambda.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(in, name), file, StandardCopyOption.REPLACE_EXISTING);
        }
        return new ManagedRuntime(ownJars(), file);
    }

    /** They lie beside the program's jar, or wherever the class path says. */
    private static List<Path> ownJars() throws IOException {
        try {
            var client = Path.of(AWSLambda.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var found = new ArrayList<Path>();
            try (var beside = Files.list(client.toAbsolutePath().getParent())) {
                beside.forEach(found::add);
            }
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .filter(entry -> !entry.isEmpty())
                    .forEach(entry -> found.add(Path.of(entry).toAbsolutePath()));
            return found.stream()
                    .filter(ManagedRuntime::isOwn)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class came from nowhere", e);
        }
    }

    private static boolean isOwn(Path jar) {
        var name = jar.getFileName().toString();
        return name.endsWith(".jar") && NAMES.stream().anyMatch(name::startsWith);
    }

    /**
     * What starts a function.
     *
     * @param megabytes of the function's memory
     * @param options more than Lambda's own
     * @param more jars of the function's, where they are not to be found in the folder that it is started in
     */
    List<String> command(String handler, int megabytes, List<String> options, List<Path> more) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + megabytes * 3 / 4 + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        // The client's native part; without this line newer JVMs warn about it.
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-D" + NATIVE_PROPERTY + "=" + nativePart);
        command.addAll(options);
        command.add("-cp");
        command.add(Stream.concat(jars.stream(), more.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(AWSLambda.class.getName());
        command.add(handler);
        return command;
    }
}
