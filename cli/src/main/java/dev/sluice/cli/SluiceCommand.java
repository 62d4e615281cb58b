package dev.sluice.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself: what it offers, and what its exit codes mean. */
@Command(
        name = "sluice",
        description = "Takes payment transactions in, checks them, enriches them and stores each exactly once.",
        mixinStandardHelpOptions = true,
        version = "sluice 0.1.0",
        scope = ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, and something was refused or found",
            "2:wrong usage, or could not run",
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ConsoleCommand.class,
            SendCommand.class,
            ReplayCommand.class,
            StatusCommand.class,
            ShowCommand.class,
            DlqCommand.class,
            FindingsCommand.class,
            SynthCommand.class,
            GuardCommand.class,
            ScanCommand.class,
            PreflightCommand.class,
            OutputsCommand.class,
            CompletionCommand.class,
        })
final class SluiceCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
