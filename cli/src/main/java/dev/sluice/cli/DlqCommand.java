package dev.sluice.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done about dead letters. */
@Command(
        name = "dlq",
        description = "Shows what the pipeline gave up on, and hands it once more to the function that did.",
        footer = {
            "",
            "A dead letter keeps what its function was given and why each round of attempts failed. The pipeline need "
                    + "not run, but to redrive."
        },
        subcommands = {
            DlqListCommand.class,
            DlqInspectCommand.class,
            DlqExportCommand.class,
            DlqRedriveCommand.class,
        })
final class DlqCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list, inspect, export or redrive?");
    }
}
