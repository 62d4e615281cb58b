package dev.sluice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged command, run as its user runs it: a process of its own, known by what it prints and how it ends. */
public final class Sluice {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path JAR = ROOT.resolve("cli/target/sluice.jar");
    private static final long PATIENCE_SECONDS = 180;

    /** How a command ended. */
    record Ended(int exit, String out, String err) {}

    private Sluice() {}

    static Ended run(Path folder, String... arguments) {
        return runUnder(List.of(), folder, arguments);
    }

    /** Runs it by another command, one that sets limits for instance. */
    static Ended runUnder(List<String> prefix, Path folder, String... arguments) {
        try {
            var out = Files.createTempFile(folder, "out", ".txt");
            var err = Files.createTempFile(folder, "err", ".txt");
            var process = command(prefix, arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + PATIENCE_SECONDS + " s: " + List.of(arguments) + "\n"
                        + Files.readString(out) + Files.readString(err));
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Starts a pipeline and waits until it is ready. */
    static Up up(Path data) {
        return upUnder(List.of(), data);
    }

    /** Starts it by another command, which must become it. */
    static Up upUnder(List<String> prefix, Path data) {
        try {
            var log = Files.createTempFile("sluice-up", ".txt");
            var process = command(prefix, "up", "--data", data.toString(), "--port", "0")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var access = data.resolve("access.json");
            Await.until("the pipeline is ready", () -> {
                assertThat(process.isAlive())
                        .as("still running; it printed: %s", read(log))
                        .isTrue();
                return Files.exists(access)
                        && Pattern.compile("\"pid\"\\s*:\\s*" + process.pid() + "\\b")
                                .matcher(read(access))
                                .find();
            });
            return new Up(process, read(access));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder command(List<String> prefix, String... arguments) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(launcher());
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words);
    }

    /** What starts the command: the words before its arguments. */
    public static List<String> launcher() {
        assertThat(JAR).as("built by the cli module's package phase").exists();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsluice.home=" + ROOT,
                "-jar",
                JAR.toString());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A running pipeline, with what its access file says. */
    record Up(Process process, String access) implements AutoCloseable {

        String url() {
            return value("url");
        }

        String value(String name) {
            var matcher =
                    Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(access);
            assertThat(matcher.find()).as("access.json has %s", name).isTrue();
            return matcher.group(1);
        }

        /** As {@code kill -9} does: nothing in the process gets to run any more. */
        void kill() {
            process.destroyForcibly();
            Await.until("the process is gone", () -> !process.isAlive());
        }

        @Override
        public void close() {
            process.destroy();
            Await.until("the pipeline stopped", () -> !process.isAlive());
        }
    }
}
