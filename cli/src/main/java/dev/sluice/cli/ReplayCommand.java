package dev.sluice.cli;

import dev.sluice.cli.client.Patience;
import dev.sluice.cli.client.Unreachable;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.mapping.Mapping;
import dev.sluice.cli.mapping.MappingFile;
import dev.sluice.cli.replay.FileFacts;
import dev.sluice.cli.replay.Meter;
import dev.sluice.cli.replay.Plan;
import dev.sluice.cli.replay.Replay;
import dev.sluice.cli.replay.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a file of real transactions through a running pipeline. */
@Command(
        name = "replay",
        description = "Sends a CSV or JSON Lines file of transactions through a running pipeline, waits until each is "
                + "stored, and sums up what became of them.",
        footer = {
            "",
            "A row that cannot be read or is refused does not stop the others: rejected.csv lists it with its line, and "
                    + "the summary counts it once, by its first reason. Interrupted, the same command goes on where it "
                    + "stopped. Once complete, it sends everything again, and the pipeline knows the rows again.",
            "",
            "Mapping files are YAML; samples/ has two with comments."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final int MOST_CONCURRENT = 1024;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file with the transactions.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--mapping",
            paramLabel = "M",
            description = "Says which column is which field. Without one, FILE is JSON Lines whose lines are "
                    + "transactions as the pipeline takes them.")
    private @Nullable Path mapping;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            converter = RatePerSecond.class,
            description = "At most so many a second, such as 200/s (default: no limit).")
    private double rate = Double.POSITIVE_INFINITY;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "At most so many requests at a time (default: ${DEFAULT-VALUE}).")
    private int concurrency = 32;

    @Option(
            names = "--resume",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Goes on with an interrupted replay of the same file and mapping, or forgets it "
                    + "(default: resume).")
    private boolean resume;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder for summary.json and rejected.csv (default: one under the data folder).")
    private @Nullable Path report;

    @Option(names = "--json", description = "Prints the summary as one JSON object, and no progress.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (concurrency < 1 || concurrency > MOST_CONCURRENT) {
            throw new CannotRun("--concurrency: a number from 1 to " + MOST_CONCURRENT + " is expected");
        }
        if (!Files.isRegularFile(file)) {
            throw new CannotRun("there is no file " + file);
        }
        if (mapping == null && file.toString().endsWith(".csv")) {
            throw new CannotRun("--mapping is missing: only JSON Lines can do without");
        }
        var plan = plan();
        var summary = replay(plan);
        var out = spec.commandLine().getOut();
        out.println(json ? JsonText.compact(summary.json()) : SummaryTable.of(summary, plan.report()));
        out.flush();
        return summary.isClean() ? ExitCodes.DONE : ExitCodes.FOUND;
    }

    private Summary replay(Plan plan) throws Exception {
        try (var client = data.client(Patience.STANDARD);
                var meter = json ? Meter.SILENT : TerminalMeter.onStandardError()) {
            return new Replay(
                            client::send,
                            id -> client.find(client.source(), id),
                            data.backlog(),
                            Clock.systemUTC(),
                            meter)
                    .run(plan);
        } catch (Unreachable e) {
            throw new CannotRun(e.getMessage() + " The same command goes on where this one stopped.");
        }
    }

    private Plan plan() throws Exception {
        var facts = FileFacts.of(file);
        Optional<Mapping> read = mapping == null ? Optional.empty() : Optional.of(MappingFile.read(mapping));
        var state = data.path().resolve("replays").resolve(facts.shortName() + "-" + mappingName());
        return new Plan(file, facts, read, state, report == null ? state : report, rate, concurrency, resume);
    }

    private String mappingName() throws IOException {
        return mapping == null ? "as-it-is" : FileFacts.of(mapping).shortName();
    }
}
