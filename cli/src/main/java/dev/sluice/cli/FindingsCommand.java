package dev.sluice.cli;

import dev.sluice.cli.findings.FindingsJson;
import dev.sluice.cli.findings.FindingsMarkdown;
import dev.sluice.cli.findings.FindingsText;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.mapping.MappingFile;
import dev.sluice.local.Findings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what enrichment found. */
@Command(
        name = "findings",
        description = "Prints what enrichment found in a data folder: what is flagged and why, suspected duplicates, "
                + "exchange rates that deviate, what accounts met for the first time. The pipeline need not run.",
        footer = {"", "Exits with 1 when anything is flagged."})
final class FindingsCommand implements Callable<Integer> {

    private static final int MOST = 10_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Lists at most so many of each kind (default: ${DEFAULT-VALUE}); all are counted.")
    private int top = 10;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Option(names = "--markdown", description = "Prints a page of Markdown.")
    private boolean markdown;

    @Option(
            names = "--mapping",
            paramLabel = "M",
            description = "The mapping file that the data was read with: the page ends with its attribution.")
    private @Nullable Path mapping;

    @Override
    public Integer call() throws Exception {
        if (top < 0 || top > MOST) {
            throw new CannotRun("--top: a number from 0 to " + MOST + " is expected");
        }
        if (json && markdown) {
            throw new CannotRun("--json or --markdown: choose one");
        }
        var attribution = mapping == null ? "" : MappingFile.read(mapping).attribution();
        var findings = Findings.read(data.path(), top);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonText.compact(FindingsJson.of(findings)));
        } else {
            out.println(markdown ? FindingsMarkdown.of(findings, attribution) : FindingsText.of(findings));
        }
        out.flush();
        return findings.counts().flagged() == 0 ? ExitCodes.DONE : ExitCodes.FOUND;
    }
}
