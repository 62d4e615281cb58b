package dev.sluice.integration.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** A pipeline in a process of its own, started on a folder. */
final class Pipeline {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

    private final Process process;
    private final Path folder;
    private final Path printed;

    private Pipeline(Process process, Path folder, Path printed) {
        this.process = process;
        this.folder = folder;
        this.printed = printed;
    }

    /**
     * Starts it and does not wait.
     *
     * @param port 0 for any that is free
     */
    static Pipeline start(Launcher launcher, Path folder, int port) {
        var printed = folder.resolveSibling("up.txt");
        var process =
                launcher.start(printed, printed, "up", "--data", folder.toString(), "--port", Integer.toString(port));
        return new Pipeline(process, folder, printed);
    }

    /** Waits until requests are taken. */
    Access ready() {
        var pid = Pattern.compile("\"pid\"\\s*:\\s*" + process.pid() + "\\b");
        var ready =
                Wait.until(() -> !process.isAlive() || pid.matcher(accessFile()).find(), LONGEST_START);
        if (!ready || !process.isAlive()) {
            kill();
            throw new CannotRun(
                    "the pipeline " + (ready ? "ended" : "was not ready within " + LONGEST_START.toSeconds() + " s")
                            + " instead of starting on " + folder + "; what it printed is in " + printed);
        }
        return Access.of(accessFile());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        Launcher.kill(process);
    }

    /** Asks it to stop, as Ctrl-C does; its exit code. */
    int stop() {
        process.destroy();
        if (!Wait.until(() -> !process.isAlive(), LONGEST_STOP)) {
            kill();
            throw new CannotRun("the pipeline did not stop within " + LONGEST_STOP.toSeconds() + " s of being asked");
        }
        return process.exitValue();
    }

    private String accessFile() {
        try {
            return Files.readString(folder.resolve("access.json"));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
