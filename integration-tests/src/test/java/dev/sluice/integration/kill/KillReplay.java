package dev.sluice.integration.kill;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Replays a file through a pipeline that is killed again and again, then looks whether anything that was acknowledged is
 * missing, anything is there twice, or a total is not that of a replay that nobody disturbed.
 */
public final class KillReplay {

    /** Nothing was found, something was found, it could not run. */
    private static final int KEPT = 0;

    private static final int BROKEN = 1;
    private static final int COULD_NOT_RUN = 2;

    private KillReplay() {}

    /**
     * Runs it on the {@code sluice} launcher that the system property {@code sluice.launcher} names, and ends with 0
     * where nothing was found, 1 where something was, 2 where it could not run.
     */
    public static void main(String[] words) {
        System.exit(run(words, List.of(System.getProperty("sluice.launcher")), System.out));
    }

    /**
     * Runs it.
     *
     * @param words what was typed
     * @param command starts {@code sluice}: the words before its arguments
     * @param out where it tells what it does
     * @return 0 where nothing was found, 1 where something was, 2 where it could not run
     */
    static int run(String[] words, List<String> command, PrintStream out) {
        if (List.of(words).contains("--help")) {
            out.println(Settings.USAGE);
            return KEPT;
        }
        try {
            return run(Settings.of(words, new SecureRandom().nextInt(Integer.MAX_VALUE)), command, out);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(Settings.USAGE);
            return COULD_NOT_RUN;
        } catch (CannotRun | UncheckedIOException | IOException | SQLException e) {
            out.println("Could not run: " + e.getMessage());
            return COULD_NOT_RUN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return COULD_NOT_RUN;
        }
    }

    private static int run(Settings settings, List<String> command, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var folder = folder(settings);
        var findings = new Run(settings, folder, command, out).all();
        if (!findings.isEmpty()) {
            findings.forEach(finding -> out.println("BROKEN: " + finding));
            out.println("everything is kept in " + folder);
            return BROKEN;
        }
        out.println("KEPT: nothing that was acknowledged is missing, nothing is there twice, every total is right");
        if (settings.folder().isEmpty()) {
            remove(folder);
        }
        return KEPT;
    }

    private static Path folder(Settings settings) throws IOException {
        Optional<Path> asked = settings.folder();
        if (asked.isEmpty()) {
            return Files.createTempDirectory("sluice-kill-");
        }
        var folder = Files.createDirectories(asked.get()).toRealPath();
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new CannotRun(folder + " is not empty: it belongs to this run alone");
            }
        }
        return folder;
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
