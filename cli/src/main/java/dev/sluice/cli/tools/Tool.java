package dev.sluice.cli.tools;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A program, run to its end or to its deadline.
 *
 * @param command its name as it is found on the PATH, then its arguments
 * @param folder where it runs
 * @param variables what it finds in its environment beside that of this process
 * @param deadline after which it is killed, with all that it started
 */
public record Tool(List<String> command, Path folder, Map<String, String> variables, Duration deadline) {

    /** What is read of each of its two streams; one that says more is held up, and killed at its deadline. */
    private static final int MOST_BYTES = 16 << 20;

    /** What a program that has ended said is there at once, unless something that it started holds its streams. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    public Tool {
        command = List.copyOf(command);
        variables = Map.copyOf(variables);
    }

    /** Runs it, and keeps what it says. */
    public Outcome run(Surroundings around) throws InterruptedException {
        return run(around, "");
    }

    /** Runs it with something to read, and keeps what it says. */
    public Outcome run(Surroundings around, String input) throws InterruptedException {
        return started(around, false, process -> {
            writing(process, input);
            var out = reading(() -> text(process.getInputStream().readNBytes(MOST_BYTES)));
            var err = reading(() -> text(process.getErrorStream().readNBytes(MOST_BYTES)));
            return ended(process, () -> new Outcome.Ended(process.exitValue(), soon(out), soon(err)));
        });
    }

    /** Runs it, and hands on each line it says, on either stream, as it comes. */
    public Outcome follow(Surroundings around, Consumer<String> listener) throws InterruptedException {
        return started(around, true, process -> {
            writing(process, "");
            var lines = reading(() -> {
                try (var reader =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                    reader.lines().forEach(listener);
                }
                return "";
            });
            return ended(process, () -> new Outcome.Ended(process.exitValue(), soon(lines), ""));
        });
    }

    private interface Watch {
        Outcome over(Process process) throws InterruptedException;
    }

    private Outcome started(Surroundings around, boolean oneStream, Watch watch) throws InterruptedException {
        var program = around.program(name());
        if (program.isEmpty()) {
            return new Outcome.NotStarted(name(), "is not on the PATH");
        }
        var line = new ArrayList<>(command);
        line.set(0, program.get().toString());
        var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(oneStream);
        builder.environment().clear();
        builder.environment().putAll(around.variables());
        builder.environment().putAll(variables);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Outcome.NotStarted(name(), "cannot be started: " + e.getMessage());
        }
        try {
            return watch.over(process);
        } finally {
            // Over already, unless its deadline passed or we were interrupted.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Outcome ended(Process process, Callable<Outcome> outcome) throws InterruptedException {
        if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Outcome.TooSlow(name(), deadline);
        }
        try {
            return outcome.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (TimeoutException e) {
            return new Outcome.TooSlow(name(), deadline);
        } catch (Exception e) {
            throw new IllegalStateException("what " + name() + " said could not be read", e);
        }
    }

    /** By the side: one that reads nothing would hold us up beyond its deadline. */
    private static void writing(Process process, String input) {
        Thread.ofVirtual().start(() -> {
            try (var to = process.getOutputStream()) {
                to.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It ended without reading it all, and says itself why.
                return;
            }
        });
    }

    private static FutureTask<String> reading(Callable<String> reader) {
        var task = new FutureTask<>(reader);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static String soon(FutureTask<String> said)
            throws InterruptedException, ExecutionException, TimeoutException {
        return said.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String name() {
        return command.getFirst();
    }
}
