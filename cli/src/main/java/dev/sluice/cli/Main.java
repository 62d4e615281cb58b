package dev.sluice.cli;

import picocli.CommandLine;

/** Entry point of the {@code sluice} command. */
public final class Main {

    private Main() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param args what was typed after {@code sluice}
     */
    public static void main(String[] args) {
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
