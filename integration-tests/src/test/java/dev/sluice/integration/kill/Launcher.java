package dev.sluice.integration.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the {@code sluice} command as processes of their own.
 *
 * @param command the words before its arguments; the process must become the pipeline itself, so that it can be killed
 * @param temporary where these processes have their temporary files, so that what they leave there is seen
 */
record Launcher(List<String> command, Path temporary) {

    Launcher {
        command = List.copyOf(command);
    }

    Process start(Path out, Path err, String... arguments) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
        builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        try {
            Files.createDirectories(temporary);
            var process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}: nothing in the process gets to run any more. */
    static void kill(Process process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
