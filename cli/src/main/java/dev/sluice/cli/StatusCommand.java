package dev.sluice.cli;

import dev.sluice.cli.json.JsonText;
import dev.sluice.local.Census;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what a data folder holds, whether or not its pipeline runs. */
@Command(
        name = "status",
        description =
                "Prints how the pipeline of a data folder stands, from left to right: what each step has done, what waits "
                        + "for it, what it gave up on. The pipeline need not run.",
        footer = {
            "",
            "accepted counts each transaction once, however often it was sent; oldest is how long the one has been on "
                    + "this step that is there longest.",
            "",
            "Exits with 1 when there are conflicts or dead letters."
        })
final class StatusCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        var census = Census.read(data.path(), Instant.now());
        var out = spec.commandLine().getOut();
        out.println(json ? JsonText.compact(StatusJson.of(census)) : StatusView.of(census));
        out.flush();
        return census.conflicts() == 0 && census.deadLetters().isEmpty() ? ExitCodes.DONE : ExitCodes.FOUND;
    }
}
