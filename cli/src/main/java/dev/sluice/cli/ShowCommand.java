package dev.sluice.cli;

import dev.sluice.cli.client.Patience;
import dev.sluice.cli.json.JsonText;
import dev.sluice.local.Trail;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints everything known about one transaction. */
@Command(
        name = "show",
        description = "Prints everything that a running pipeline knows about a transaction: its way hop by hop, its "
                + "score with the reasons, its alerts, and what its account's history adds.",
        footer = {"", "Exits with 1 when there is no such transaction."})
final class ShowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The transaction's id.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(
            names = "--source",
            paramLabel = "S",
            description = "Who sent it (default: the source that the access file names).")
    private @Nullable String source;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--json", description = "Prints the pipeline's own document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (var client = data.client(Patience.STANDARD)) {
            var from = source == null ? client.source() : source;
            var found = client.find(from, id);
            if (found.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("sluice: no transaction " + id + " of source " + from + " is stored");
                spec.commandLine().getErr().flush();
                return ExitCodes.FOUND;
            }
            var out = spec.commandLine().getOut();
            out.println(
                    json ? JsonText.compact(found.get()) : ShowView.of(found.get(), Trail.read(data.path(), from, id)));
            out.flush();
            return ExitCodes.DONE;
        }
    }
}
