package dev.sluice.cli;

import dev.sluice.cli.client.Patience;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a link to a running pipeline's console. */
@Command(
        name = "console",
        description = "Prints a link to the console of a running pipeline, to be opened in a browser.",
        footer = {
            "",
            "The link opens one session of twelve hours, once and within ten minutes. Whoever has it may read every "
                    + "transaction and redrive dead letters."
        })
final class ConsoleCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Override
    public Integer call() throws Exception {
        try (var client = data.client(Patience.STANDARD)) {
            var out = spec.commandLine().getOut();
            out.println(client.consoleLink());
            out.flush();
        }
        return ExitCodes.DONE;
    }
}
