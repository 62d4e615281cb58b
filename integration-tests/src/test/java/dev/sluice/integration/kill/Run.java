package dev.sluice.integration.kill;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One run, from the undisturbed replay to the last look at what the killed one left. */
final class Run {

    /** Slower than any machine that this runs on. */
    private static final int ROWS_A_SECOND_AT_LEAST = 50;

    /** A notification that a dying process had in hand is hidden for five minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Settings settings;
    private final Path folder;
    private final Launcher launcher;
    private final PrintStream out;
    private final Findings findings = new Findings();

    Run(Settings settings, Path folder, List<String> command, PrintStream out) {
        this.settings = settings;
        this.folder = folder;
        this.launcher = new Launcher(command, folder.resolve("tmp"));
        this.out = out;
    }

    /** What was found. */
    List<String> all() throws IOException, SQLException, InterruptedException {
        out.println("seed %d; the same again: --seed %d --times %d"
                .formatted(settings.seed(), settings.seed(), settings.times()));
        var made = settings.file().isEmpty()
                ? Optional.of(MadeFile.write(folder, settings.rows(), settings.seed()))
                : Optional.<MadeFile>empty();
        var file = made.map(MadeFile::path).or(settings::file).orElseThrow();
        var mapping = made.map(MadeFile::mapping).or(settings::mapping);

        var undisturbed = undisturbed(file, mapping);
        made.ifPresent(
                m -> findings.same("totals of the undisturbed replay", m.totals(), undisturbed.summary.totals()));
        killed(file, mapping, undisturbed);
        return findings.sentences();
    }

    /** What a replay comes to that nobody kills. */
    private record Undisturbed(Summary summary, List<Stored> stored) {}

    private Undisturbed undisturbed(Path file, Optional<Path> mapping) throws SQLException, IOException {
        var data = folder.resolve("undisturbed");
        var pipeline = Pipeline.start(launcher, data, 0);
        try {
            pipeline.ready();
            var longest = longest(lines(file));
            try (var replay = new Replay(launcher, file, mapping, data, longest)) {
                var summary = replay.finish();
                out.println("undisturbed: %d of %d rows accepted; %s"
                        .formatted(summary.accepted(), summary.read(), summary.totals()));
                pipeline.stop();
                try (var database = new DataFile(data)) {
                    return new Undisturbed(summary, database.transactions());
                }
            }
        } finally {
            pipeline.kill();
        }
    }

    private void killed(Path file, Optional<Path> mapping, Undisturbed undisturbed)
            throws SQLException, IOException, InterruptedException {
        var data = folder.resolve("killed");
        try (var scene = new Scene(launcher, data, settings.seed(), out::println);
                var replay = new Replay(launcher, file, mapping, data, longest(lines(file)))) {
            var accepted = undisturbed.summary.accepted();
            for (var round : Round.of(settings.times(), accepted, new Random(settings.seed()))) {
                scene.play(round, settings.times(), replay);
            }
            var summary = replay.finish();
            out.println("replayed to its end: %d of %d rows accepted; %s"
                    .formatted(summary.accepted(), summary.read(), summary.totals()));
            findings.same("the summary of the replay that was killed", undisturbed.summary, summary);

            var own = scene.own().stop();
            findings.same("everything has settled", true, settled(data));
            answered(own, scene.access());
            findings.same("exit code of the last pipeline", 0, scene.stop());
            try (var database = new DataFile(data)) {
                new Audit(database, findings).of(undisturbed.stored, summary.totals(), own);
                out.println("%d alerts, of which %d repeats under the id of the first"
                        .formatted(database.count("alerts"), AssessmentAudit.repeated(database)));
            }
            Leftovers.check(data, launcher.temporary(), findings);
            out.println(
                    "%s; %d rows of the file and %d acknowledgements of our own were looked for, %d more were never answered"
                            .formatted(
                                    scene.kills(),
                                    undisturbed.stored.size(),
                                    own.acknowledged().size(),
                                    own.givenUp().size()));
        }
    }

    /** Waits until nothing is on its way any more. */
    private boolean settled(Path data) throws SQLException {
        try (var database = new DataFile(data)) {
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (database.count("deliveries") + database.count("stream_records") + database.count("queue_messages")
                    > 0) {
                if (System.nanoTime() > end) {
                    return false;
                }
                Wait.that(BETWEEN_LOOKS);
            }
            return true;
        }
    }

    /** Asks the pipeline for each of our own that it acknowledged, as an operator does. */
    private void answered(OwnSender.Fates own, Access access) throws IOException, InterruptedException {
        var unknown = new ArrayList<String>();
        try (var http = HttpClient.newHttpClient()) {
            for (var number : own.acknowledged()) {
                var webhook = new Webhook(number);
                var answer = http.send(webhook.question(access), BodyHandlers.ofString());
                if (answer.statusCode() != 200 || !answer.body().contains("\"" + webhook.amount() + "\"")) {
                    unknown.add(webhook.id());
                }
            }
        }
        findings.none("acknowledged webhooks are not answered for", unknown);
    }

    private static Duration longest(long rows) {
        return PATIENCE.plusSeconds(rows / ROWS_A_SECOND_AT_LEAST);
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.count();
        }
    }
}
