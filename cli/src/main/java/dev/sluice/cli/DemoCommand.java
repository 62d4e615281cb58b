package dev.sluice.cli;

import dev.sluice.cli.client.Patience;
import dev.sluice.cli.mapping.Mapping;
import dev.sluice.cli.mapping.MappingFile;
import dev.sluice.cli.replay.FileFacts;
import dev.sluice.cli.replay.Plan;
import dev.sluice.cli.replay.Replay;
import dev.sluice.cli.replay.RowIds;
import dev.sluice.cli.replay.Summary;
import dev.sluice.local.LocalPipeline;
import dev.sluice.local.Trail;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole pipeline at work on real transactions. */
@Command(
        name = "demo",
        description =
                "Starts a pipeline, replays 200 real transactions through it, prints the summary and one enriched "
                        + "transaction, and stops.")
final class DemoCommand implements Callable<Integer> {

    /** A payment in another currency, by card. */
    private static final int SHOWN_ROW = 8;

    private static final int ROWS = 200;
    private static final int CONCURRENCY = 16;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (default: a new temporary one).")
    private @Nullable Path folder;

    @Override
    public Integer call() throws Exception {
        var data = folder == null ? Files.createTempDirectory("sluice-demo-") : folder;
        var sample = Sample.writtenInto(data.resolve("sample"));
        var facts = FileFacts.of(sample.rows());
        var mapping = MappingFile.read(sample.mapping());
        var report = data.resolve("replays").resolve("demo");
        var plan = new Plan(
                sample.rows(),
                facts,
                Optional.of(mapping),
                report,
                report,
                Double.POSITIVE_INFINITY,
                CONCURRENCY,
                false);
        var out = spec.commandLine().getOut();
        Summary summary;
        Optional<String> shown;
        var id = new RowIds(facts.sha256()).of(SHOWN_ROW);
        out.println("Starting a pipeline in " + data + " and sending it 200 purchases of May 2017.");
        out.flush();
        try (var pipeline = LocalPipeline.start(data, 0);
                var client = DataFolder.client(pipeline.access(), Patience.STANDARD);
                var meter = TerminalMeter.onStandardError()) {
            summary = new Replay(
                            client::send,
                            one -> client.find(client.source(), one),
                            DataFolder.backlog(data),
                            Clock.systemUTC(),
                            meter)
                    .run(plan);
            shown = client.find(client.source(), id)
                    .map(found -> ShowView.of(found, Trail.read(data, client.source(), id)));
        }
        print(out, summary, report, shown.orElse("(not stored)"));
        invite(out, data, sample, mapping, id);
        return summary.isClean() && summary.stored() + summary.duplicates() == ROWS ? ExitCodes.DONE : ExitCodes.FOUND;
    }

    private static void print(PrintWriter out, Summary summary, Path report, String transaction) {
        out.println();
        out.println(SummaryTable.of(summary, report));
        out.println();
        out.println("One of them, as it is stored:");
        out.println();
        out.println(transaction.indent(2).stripTrailing());
        out.println();
    }

    private static void invite(PrintWriter out, Path data, Sample sample, Mapping mapping, String id) {
        out.println("Look around:");
        out.println("  sqlite3 " + data.resolve("sluice.db") + " .tables");
        out.println("  sluice status --data " + data);
        out.println("  sluice findings --data " + data);
        out.println("  sluice up --data " + data + "     which prints a link to the console in your browser;");
        out.println("  and then, beside it:");
        out.println("  sluice show " + id + " --data " + data);
        out.println("  sluice replay " + sample.rows() + " --mapping " + sample.mapping() + " --data " + data);
        out.println();
        out.println(mapping.attribution());
        out.flush();
    }
}
