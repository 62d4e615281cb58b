package dev.sluice.cli;

import dev.sluice.cli.guard.Colour;
import dev.sluice.cli.guard.GuardFormat;
import dev.sluice.cli.guard.Guarding;
import dev.sluice.cli.guard.SeverityName;
import dev.sluice.cli.guard.TerraformGuarding;
import dev.sluice.cli.guard.WholeFile;
import dev.sluice.cli.tools.NodeHcl;
import dev.sluice.cli.tools.Surroundings;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.report.Baseline;
import dev.sluice.guard.report.JUnitReport;
import dev.sluice.guard.report.JsonReport;
import dev.sluice.guard.report.Report;
import dev.sluice.guard.report.SarifReport;
import dev.sluice.guard.report.Sieve;
import dev.sluice.guard.report.TextReport;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.suppress.SuppressionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks Terraform. */
@Command(
        name = "guard",
        description =
                "Checks Terraform for what cannot work once it is deployed: follows what resources refer to, down "
                        + "to what a role may do. It reads files, and asks nobody.",
        footer = {
            "",
            "A PATH is a folder of .tf and .tf.json files, one such file, or a plan or state as terraform show -json prints it. "
                    + ".tf files need Node. What is to be lived with is said in guard-suppressions.json beside the "
                    + "files, in a comment or in a tag, with a reason and a date: docs/guard.md.",
            "",
            "Exits with 1 when anything is found that is neither suppressed nor in the baseline, and when a file could "
                    + "not be read: what nobody has read nobody has checked. What cannot be told is told, and does not "
                    + "count."
        })
final class GuardCommand implements Callable<Integer> {

    private final Supplier<Guarding> guard;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "What to check (default: the folder it is run in).")
    private final List<Path> paths = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES} (default: text).")
    private @Nullable GuardFormat format;

    @Option(names = "--json", description = "Prints one JSON object; the same as --format json.")
    private boolean json;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Writes the report into a file, all of it or nothing, and prints the line that counts.")
    private @Nullable Path output;

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            converter = SeverityName.class,
            completionCandidates = SeverityName.class,
            description = "The least that is told and counts: ${COMPLETION-CANDIDATES} (default: note).")
    private Severity severity = Severity.NOTE;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Findings that are known and do not count.")
    private @Nullable Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Writes what is found as a baseline: it is known from then on.")
    private @Nullable Path newBaseline;

    @Option(
            names = "--suppressions",
            paramLabel = "FILE",
            description = "A file of suppressions, instead of the " + SuppressionFile.NAME + " beside what is checked.")
    private @Nullable Path suppressions;

    @Option(
            names = "--required-tags",
            paramLabel = "NAME",
            split = ",",
            description = "Tags that every resource must have; without this any tag will do.")
    private final Set<String> requiredTags = new LinkedHashSet<>();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "How many executions of functions the account may have at once (default: ${DEFAULT-VALUE}).")
    private int concurrency = Expectations.USUAL_CONCURRENCY;

    @Option(names = "--rules", description = "Lists the rules, and checks nothing.")
    private boolean rules;

    @Option(
            names = {"--colour", "--color"},
            paramLabel = "WHEN",
            description = "Colours the text: one of ${COMPLETION-CANDIDATES} (default: auto).")
    private Colour colour = Colour.AUTO;

    /** The guard is loaded when it is needed: every command is made when one is typed. */
    GuardCommand() {
        this(
                () -> new TerraformGuarding(new NodeHcl(Surroundings.ofThisProcess(), System.err::println)),
                Clock.systemUTC());
    }

    GuardCommand(Guarding guarding, Clock clock) {
        this(() -> guarding, clock);
    }

    private GuardCommand(Supplier<Guarding> guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        if (json && format != null && format != GuardFormat.JSON) {
            throw new CannotRun("--json or --format " + format + ": choose one");
        }
        var guarding = guard.get();
        if (rules) {
            publish(isJson() ? JsonReport.rules(guarding.rules()) : list(guarding.rules()), "");
            return ExitCodes.DONE;
        }
        var wanted = Wanted.of(paths.isEmpty() ? List.of(Path.of(".")) : paths);
        var today = LocalDate.now(clock);
        // First what may be mistyped: a check takes longer than to say so.
        var known = baseline == null ? Baseline.NONE : Baseline.read(baseline.toString(), WholeFile.read(baseline));
        var sieve = new Sieve(severity, wanted.suppressions(Optional.ofNullable(suppressions), today), known, today);
        var checked = guarding.check(wanted.paths(), new Expectations(today, requiredTags, concurrency));
        wanted.demandSomething(checked.files(), checked.unreadable());
        var report = Report.of(checked, sieve);
        if (newBaseline != null) {
            var written = Baseline.of(report);
            WholeFile.write(newBaseline, written.json());
            report = Report.of(checked, new Sieve(severity, sieve.suppressions(), written, today));
        }
        publish(written(report), TextReport.summary(report));
        return report.isClean() ? ExitCodes.DONE : ExitCodes.FOUND;
    }

    private boolean isJson() {
        return json || format == GuardFormat.JSON;
    }

    private String written(Report report) {
        return switch (json ? GuardFormat.JSON : format == null ? GuardFormat.TEXT : format) {
            case TEXT -> new TextReport(isColoured()).of(report);
            case JSON -> JsonReport.of(report);
            case SARIF -> SarifReport.of(report, Path.of(""));
            case JUNIT -> JUnitReport.of(report);
        };
    }

    /** A file is no terminal, whatever this was started from. */
    private boolean isColoured() {
        return colour.isOn(
                output == null && spec.commandLine().getColorScheme().ansi().enabled());
    }

    private void publish(String text, String summary) throws IOException {
        var out = spec.commandLine().getOut();
        if (output == null) {
            out.print(text);
        } else {
            WholeFile.write(output, text);
            out.println(summary);
        }
        out.flush();
    }

    private static String list(List<Card> rules) {
        return rules.stream()
                .map(card -> SeverityName.name(card.severity()) + "  " + card.id() + ": " + card.title() + "\n")
                .collect(Collectors.joining());
    }
}
