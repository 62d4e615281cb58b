package dev.sluice.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** Entry point of the {@code sluice} command. */
public final class Main {

    /** Held here because the JDK forgets the level of a logger that nobody holds. */
    private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

    private Main() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param args what was typed after {@code sluice}
     */
    public static void main(String[] args) {
        SERVER_LOG.setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    /** The command with all that is under it. */
    static CommandLine commandLine() {
        return new CommandLine(new SluiceCommand())
                .setExecutionExceptionHandler(new Failures())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }
}
