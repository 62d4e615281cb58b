package dev.sluice.cli;

import dev.sluice.cli.deadletters.Outcomes;
import dev.sluice.cli.deadletters.RedriveReport;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.replay.Meter;
import dev.sluice.cli.replay.Pace;
import dev.sluice.local.DeadLetterFile;
import dev.sluice.local.delivery.Letter;
import dev.sluice.local.delivery.LetterFilter;
import dev.sluice.local.delivery.Redrive;
import dev.sluice.local.redriving.RedriveRun;
import dev.sluice.local.redriving.Time;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands dead letters to the functions that gave up on them. */
@Command(
        name = "redrive",
        description = "Hands dead letters once more to the function that gave up on them, and to no other, and tells "
                + "what came of each.",
        footer = {
            "",
            "Name letters by their ids, by a filter, or --all of them. A letter whose work turns out to be done is "
                    + "removed; one that fails again is a letter again, with the reasons of both rounds. Redriving twice "
                    + "is harmless. A pipeline has to run, but for a dry run.",
            "",
            "Exits with 1 when a letter failed again, cannot be used, was not there, or is still under way."
        })
final class DlqRedriveCommand implements Callable<Integer> {

    /** As much as a function is handed at most, and more than any letter has. */
    private static final long LONGEST_PAYLOAD = 6L * 1024 * 1024;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "The letters' ids.")
    private @Nullable List<Long> named;

    @Option(names = "--all", description = "All letters.")
    private boolean all;

    @Mixin
    private final LetterChoice choice = new LetterChoice();

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--dry-run", description = "Says what would become of each letter, and changes nothing.")
    private boolean dryRun;

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            converter = RatePerSecond.class,
            description = "At most so many a second, such as 5/s (default: no limit).")
    private double rate = Double.POSITIVE_INFINITY;

    @Option(
            names = "--payload",
            paramLabel = "FILE",
            description = "What the one letter that is named holds instead: its payload, repaired.")
    private @Nullable Path payload;

    @Option(names = "--no-wait", description = "Does not wait for what comes of them.")
    private boolean noWait;

    @Option(
            names = "--deadline",
            paramLabel = "D",
            converter = Age.class,
            description = "Waits at most so long for what comes of them (default: ${DEFAULT-VALUE}).")
    private Duration deadline = Duration.ofMinutes(10);

    @Option(names = "--json", description = "Prints one JSON object, and no progress.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var ids = named == null ? List.<Long>of() : named;
        check(ids);
        var report = report(ids, repaired());
        var out = spec.commandLine().getOut();
        out.println(json ? JsonText.compact(report.json()) : report.text());
        out.flush();
        return report.isClean() ? ExitCodes.DONE : ExitCodes.FOUND;
    }

    private RedriveReport report(List<Long> ids, Optional<String> repaired) throws Exception {
        var clock = Clock.systemUTC();
        try (var file = DeadLetterFile.open(data.path(), clock);
                var meter = json ? Meter.SILENT : TerminalMeter.onStandardError()) {
            if (!dryRun && !file.isAttended()) {
                throw new CannotRun(
                        "no pipeline runs on " + data.path() + ": start it with ./sluice up --data " + data.path());
            }
            var numbers = ids.isEmpty() ? numbers(file.redrive(), choice.at(clock.instant())) : ids;
            var outcomes = new Outcomes(meter);
            var run = new RedriveRun(file.redrive(), file.details(), new Pace(rate)::await, Time.REAL, outcomes);
            if (dryRun) {
                run.look(numbers, repaired);
            } else {
                run.redrive(numbers, repaired, noWait ? Duration.ZERO : deadline);
            }
            return new RedriveReport(outcomes.inOrder(), dryRun);
        }
    }

    private void check(List<Long> ids) throws CannotRun {
        if (ids.isEmpty() && choice.isAny() && !all) {
            throw new CannotRun("which letters? Name their ids, a filter, or --all");
        }
        if (!ids.isEmpty() && (all || !choice.isAny())) {
            throw new CannotRun("ids name letters, and so does a filter or --all: choose one");
        }
        if (payload != null && ids.size() != 1) {
            throw new CannotRun("--payload: it repairs one letter, named by its id");
        }
    }

    private Optional<String> repaired() throws CannotRun, IOException {
        if (payload == null) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(payload)) {
            throw new CannotRun("there is no file " + payload);
        }
        if (Files.size(payload) > LONGEST_PAYLOAD) {
            throw new CannotRun("--payload: " + payload + " is longer than a function is ever handed");
        }
        try {
            return Optional.of(Files.readString(payload));
        } catch (CharacterCodingException e) {
            throw new CannotRun("--payload: " + payload + " is not UTF-8");
        }
    }

    /** All of them now: what fails again while this runs is not taken up by it once more. */
    private static List<Long> numbers(Redrive redrive, LetterFilter filter) {
        var numbers = new ArrayList<Long>();
        for (var page = redrive.find(filter);
                !page.isEmpty();
                page = redrive.find(filter, page.getLast().number())) {
            page.stream().map(Letter::number).forEach(numbers::add);
        }
        return numbers;
    }
}
