package dev.sluice.cli.replay;

import dev.sluice.cli.client.Unreachable;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.mapping.MappingMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;

/** Sends a file through a pipeline: every row that was not sent yet, then waits for what becomes of them. */
public final class Replay {

    /** Longer than the waits between the tries of any delivery. */
    private static final Duration STALLED = Duration.ofMinutes(5);

    private final Sender sender;
    private final Archive archive;
    private final Backlog backlog;
    private final Clock clock;
    private final Meter meter;

    public Replay(Sender sender, Archive archive, Backlog backlog, Clock clock, Meter meter) {
        this.sender = sender;
        this.archive = archive;
        this.backlog = backlog;
        this.clock = clock;
        this.meter = meter;
    }

    /**
     * Runs it to the end.
     *
     * @throws MappingMistake when the mapping does not fit the file; nothing was sent then
     * @throws Unreachable when the pipeline is away for too long; the same plan goes on from there
     */
    public Summary run(Plan plan) throws MappingMistake, Unreachable, IOException, InterruptedException {
        var began = System.nanoTime();
        var ids = new RowIds(plan.facts().sha256());
        try (var rows = Rows.open(plan.file(), plan.mapping(), ids)) {
            Files.createDirectories(plan.state());
            Files.createDirectories(plan.report());
            return run(plan, rows, began);
        }
    }

    private Summary run(Plan plan, Rows rows, long began) throws Unreachable, IOException, InterruptedException {
        try (var progress = ProgressFile.open(plan.state().resolve("progress"), plan.resume(), clock.instant());
                var rejected = new RejectedFile(plan.report().resolve("rejected.csv"))) {
            var ledger = new Ledger(rejected);
            new Sending(sender, progress, ledger, plan, meter).all(rows);
            var settlement = new Settlement(
                    archive, backlog, progress.startedAt(), clock.instant(), plan.concurrency(), STALLED, meter);
            var settled = settlement.of(ledger.accepted());
            var summary = ledger.summary(settled, (System.nanoTime() - began) / 1e9);
            Files.writeString(plan.report().resolve("summary.json"), JsonText.indented(summary.json()) + "\n");
            progress.complete();
            return summary;
        }
    }
}
