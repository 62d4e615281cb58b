package dev.sluice.integration.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code sluice replay} of one file into one folder, as often as it takes: killed, it is started again and goes on. */
final class Replay implements AutoCloseable {

    private static final int MOST_STARTS_TO_FINISH = 3;

    private final Launcher launcher;
    private final Path folder;
    private final List<String> arguments;
    private final Duration longest;
    private Path out;
    private Process process;
    private int starts;

    /**
     * Starts it.
     *
     * @param longest how long one start of it may take at the end
     */
    Replay(Launcher launcher, Path file, Optional<Path> mapping, Path folder, Duration longest) {
        this.launcher = launcher;
        this.folder = folder;
        this.longest = longest;
        this.arguments = new ArrayList<>(List.of("replay", file.toString(), "--data", folder.toString(), "--json"));
        mapping.ifPresent(m -> arguments.addAll(List.of("--mapping", m.toString())));
        this.out = folder;
        this.process = start();
    }

    private Process start() {
        starts++;
        out = folder.resolveSibling("replay-" + folder.getFileName() + "-" + starts + ".json");
        return launcher.start(
                out,
                folder.resolveSibling("replay-" + folder.getFileName() + ".txt"),
                arguments.toArray(String[]::new));
    }

    /** Starts it again where it has ended, for whatever reason. */
    void keepGoing() {
        if (!process.isAlive()) {
            process = start();
        }
    }

    void kill() {
        Launcher.kill(process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end, going on with it where it was cut short, and says how it ended. */
    Summary finish() {
        for (var tries = 0; tries < MOST_STARTS_TO_FINISH; tries++) {
            keepGoing();
            if (!Wait.until(() -> !process.isAlive(), longest)) {
                kill();
                throw new CannotRun("the replay did not end within " + longest.toSeconds() + " s");
            }
            if (process.exitValue() == 0 || process.exitValue() == 1) {
                return Summary.of(read());
            }
        }
        throw new CannotRun("the replay could not run to its end, in " + MOST_STARTS_TO_FINISH + " starts; see "
                + folder.resolveSibling("replay-" + folder.getFileName() + ".txt"));
    }

    private String read() {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes sure that it does not outlive this run. */
    @Override
    public void close() {
        kill();
    }
}
