import dev.sluice.blueprint.Function;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * What lies in {@code /var/task} of a function beside its runtime.
 *
 * @param function whose it is
 * @param folder that stands for {@code /var/task}
 */
record Task(Function function, Path folder) {

    private static final Path BOOTSTRAP = Path.of("build-tools", "own", "bootstrap");
    private static final String NATIVE = "jni/libaws-lambda-jni.linux-x86_64.so";

    /** Lays out everything but the cache. The JVM goes by size and time of each jar, so both are those of the archive. */
    static Task laidOut(Function function, Path archives, OwnRuntime.Client client, Path work, Instant time)
            throws IOException {
        var task = new Task(function, work.resolve(function.name()).resolve("task"));
        Image.clear(task.folder);
        Path lib = Files.createDirectories(task.folder.resolve("lib"));
        try (var zip = new ZipFile(archives.resolve(function.name() + ".zip").toFile());
                InputStream jar = zip.getInputStream(zip.getEntry("lib/" + function.name() + ".jar"))) {
            Files.copy(jar, lib.resolve(function.name() + ".jar"));
        }
        for (Path jar : client.jars()) {
            Files.write(lib.resolve(jar.getFileName()), withoutNatives(jar, time, lib));
        }
        try (Stream<Path> files = Files.list(lib)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
        Path bootstrap = Files.writeString(
                task.folder.resolve("bootstrap"),
                Files.readString(BOOTSTRAP).replace("@NAME@", task.name()).replace("@CLASSPATH@", task.classPath()));
        Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
        return task;
    }

    /** Its one native part for this processor lies beside the jars, where nobody has to unpack it at a start. */
    private static byte[] withoutNatives(Path jar, Instant time, Path lib) throws IOException {
        List<Bundle.Packed> left = new ArrayList<>();
        try (var zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(NATIVE)) {
                    Files.copy(zip, lib.resolve("client.so"));
                } else if (!entry.isDirectory() && !entry.getName().startsWith("jni/")) {
                    left.add(Bundle.Packed.of(entry.getName(), false, zip.readAllBytes()));
                }
            }
        }
        return Bundle.zipped(left, time);
    }

    String name() {
        return function.name();
    }

    /** As {@code bootstrap} has it, seen from the folder: a cache goes by it. */
    String classPath() {
        return jars().stream()
                .map(jar -> folder.relativize(jar).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The client's before the function's own. */
    List<Path> jars() {
        try (Stream<Path> files = Files.list(folder.resolve("lib"))) {
            List<Path> jars =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".jar"))
                            .filter(file -> !file.endsWith(name() + ".jar"))
                            .sorted()
                            .toList());
            jars.add(folder.resolve("lib").resolve(name() + ".jar"));
            return Collections.unmodifiableList(jars);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The arguments of its JVM as {@code bootstrap} has them, but for the cache's. */
    List<String> options() {
        return List.of(
                "-Xmx" + function.memoryMegabytes() * 3 / 4 + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-AOTReplayTraining",
                "-Xms128m",
                "-Xmn64m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
                        + folder.resolve("lib").resolve("client.so"),
                "-cp",
                classPath());
    }

    /** Fails with what a command printed. */
    void run(List<String> command, Path log) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(
                    name() + ": " + command.getFirst() + " failed:\n" + Files.readString(log, StandardCharsets.UTF_8));
        }
    }
}
