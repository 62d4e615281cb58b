package dev.sluice.cli;

import dev.sluice.cli.guard.SeverityName;
import dev.sluice.cli.scan.AccountAtHand;
import dev.sluice.cli.scan.LocalLook;
import dev.sluice.cli.scan.Looked;
import dev.sluice.cli.scan.ScanFolder;
import dev.sluice.cli.scan.ScanView;
import dev.sluice.cli.scan.ScannerSettings;
import dev.sluice.cli.scan.aws.AwsAccountAtHand;
import dev.sluice.cli.stacks.Stacks;
import dev.sluice.cli.text.Printable;
import dev.sluice.cli.tools.NodeHcl;
import dev.sluice.cli.tools.Surroundings;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.report.Report;
import dev.sluice.compliance.report.ReportJson;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.json.FileMistake;
import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.suppress.Suppression;
import dev.sluice.guard.suppress.SuppressionFile;
import dev.sluice.handlers.port.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scans files or an account, and says what is new, what came back and what is resolved since the last time. */
@Command(
        name = "scan",
        description = "Holds every rule against an environment, as its files say or as it is deployed, and writes the "
                + "scanner's report: what is wrong, since when, what came back, what to do. It changes nothing that it "
                + "looks at.",
        footer = {
            "",
            "Without PATH it looks at the synthesized stacks of the environment, and synthesizes them first where there are "
                    + "none. A PATH is what ./sluice guard takes: a folder, a file, a plan or a state; it is taken for a "
                    + "part of Sluice where --environment is said, otherwise for anybody's Terraform.",
            "",
            "With --live it looks at what is deployed, with the credentials and the region that AWS's tools find; "
                    + "AWS_ENDPOINT_URL names another place. The report lies in report.html and report.json, and what was "
                    + "found before in findings.json beside them: docs/scan.md.",
            "",
            "Exits with 1 when anything is open, when a suppression has ended or suppresses nothing, and when anything could "
                    + "not be read: what nobody has read nobody has checked."
        })
final class ScanCommand implements Callable<Integer> {

    private static final Pattern SUFFIX = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");

    private final Surroundings around;
    private final Supplier<AccountAtHand> account;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "What to look at.")
    private final List<Path> paths = new ArrayList<>();

    @Option(names = "--live", description = "Looks at what is deployed.")
    private boolean live;

    @Option(
            names = "--environment",
            paramLabel = "SUFFIX",
            description = "The environment (default: ENVIRONMENT_SUFFIX, or else dev).")
    private @Nullable String environment;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where the report and what was found before lie (default: a folder in .sluice/scan).")
    private @Nullable Path output;

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            converter = SeverityName.class,
            completionCandidates = SeverityName.class,
            description = "The least that counts for the exit code: ${COMPLETION-CANDIDATES} (default: note).")
    private Severity severity = Severity.NOTE;

    @Option(
            names = "--suppressions",
            paramLabel = "FILE",
            description =
                    "A file of suppressions, instead of the " + SuppressionFile.NAME + " beside what is looked at.")
    private @Nullable Path suppressions;

    @Option(names = "--json", description = "Prints the report as one JSON object.")
    private boolean json;

    /** AWS's classes are loaded when they are needed: every command is made when one is typed. */
    ScanCommand() {
        this(
                Surroundings.ofThisProcess(),
                () -> AwsAccountAtHand.found(Surroundings.ofThisProcess().variable("AWS_ENDPOINT_URL")),
                Clock.systemUTC());
    }

    ScanCommand(Surroundings around, Supplier<AccountAtHand> account, Clock clock) {
        this.around = around;
        this.account = account;
        this.clock = clock;
    }

    /** What was looked at, by the name that the report has for it. */
    private record Subject(String name, Looked looked) {}

    @Override
    public Integer call() throws Exception {
        if (live && !paths.isEmpty()) {
            throw new CannotRun("--live looks at what is deployed, and a PATH at files: choose one");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var subject = live ? deployed(today) : written(today);
        var report = kept(subject, now);
        var out = spec.commandLine().getOut();
        out.println(
                json
                        ? ReportJson.of(report)
                        : new ScanView(spec.commandLine().getColorScheme().ansi()).of(report, folder(subject)));
        out.flush();
        return counts(report) ? ExitCodes.FOUND : ExitCodes.DONE;
    }

    private boolean counts(Report report) {
        var summary = report.summary();
        return summary.notRead() > 0
                || report.scan().judged().notices().stream()
                        .anyMatch(one -> one.rule().severity().compareTo(severity) >= 0)
                || Stream.of(Severity.values())
                        .filter(one -> one.compareTo(severity) >= 0)
                        .anyMatch(one -> summary.open(one) > 0);
    }

    private Report kept(Subject subject, Instant now) throws IOException, CannotRun {
        var folder = folder(subject);
        var another = folder.holdsAnother(subject.name(), subject.looked().origin());
        if (another.isPresent()) {
            throw new CannotRun(Printable.of(folder.path() + " holds the scans of " + another.get() + ", not of "
                    + subject.name() + ": say another folder with --output"));
        }
        return folder.keep(subject.looked().scan(subject.name(), folder.known(), now), folder.earlier());
    }

    private ScanFolder folder(Subject subject) {
        var name = (live ? "live-" : "") + subject.name().replaceAll("[^A-Za-z0-9._-]", "-");
        return new ScanFolder(output == null ? Path.of(".sluice", "scan", name) : output);
    }

    private String suffix() throws CannotRun {
        var suffix = environment == null ? around.variable("ENVIRONMENT_SUFFIX").orElse("dev") : environment;
        if (!SUFFIX.matcher(suffix).matches()) {
            throw new CannotRun("--environment: a suffix is lower-case letters, digits and '-', such as dev");
        }
        return suffix;
    }

    private Subject written(LocalDate today) throws IOException, FileMistake, CannotRun, InterruptedException {
        var wanted = Wanted.of(paths.isEmpty() ? synthesized() : paths);
        Optional<Norm> norm = paths.isEmpty() || environment != null
                ? Optional.of(
                        ScannerSettings.of(Stacks.of(around), suffix(), today).norm())
                : Optional.empty();
        var look = LocalLook.at(
                wanted.paths(),
                paths.isEmpty(),
                new NodeHcl(around, line -> spec.commandLine().getErr().println(line)),
                norm,
                wanted.suppressions(Optional.ofNullable(suppressions), today),
                today);
        wanted.demandSomething(look.files(), look.unreadable());
        return new Subject(norm.isPresent() ? suffix() : named(wanted.paths().getFirst()), look.looked());
    }

    private static String named(Path path) {
        var name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "files" : name.toString();
    }

    /** The folders of the environment's stacks. */
    private List<Path> synthesized() throws IOException, CannotRun, InterruptedException {
        var folders = stacks();
        if (folders.isEmpty()) {
            var variables = new HashMap<>(around.variables());
            variables.put("ENVIRONMENT_SUFFIX", suffix());
            new Synthesis(
                            new Surroundings(around.root(), variables),
                            spec.commandLine().getErr())
                    .run();
            folders = stacks();
        }
        if (folders.isEmpty()) {
            throw new CannotRun(
                    "the synthesis wrote no stack of the environment " + suffix() + ": see what ./sluice synth says");
        }
        return folders;
    }

    private List<Path> stacks() throws IOException, CannotRun {
        var stacks = Stacks.of(around);
        var end = "-" + suffix();
        return stacks.names().stream()
                .filter(name -> name.endsWith(end))
                .map(stacks::folder)
                .toList();
    }

    private Subject deployed(LocalDate today) throws IOException, FileMistake, CannotRun {
        var settings = ScannerSettings.of(Stacks.of(around), suffix(), today);
        List<Suppression> filed = suppressions == null
                ? settings.suppressions()
                : new Wanted(List.of()).suppressions(Optional.of(suppressions), today);
        var hand = account.get();
        var without = hand.withoutCredentials();
        if (without.isPresent()) {
            throw new CannotRun(without.get());
        }
        var region = around.variable("AWS_REGION")
                .or(() -> around.variable("AWS_DEFAULT_REGION"))
                .or(hand::profileRegion)
                .orElseThrow(() -> new CannotRun("no region is said: set AWS_REGION, such as eu-west-2"));
        var graph = read(hand, region, settings.norm());
        return new Subject(suffix(), Looked.at(graph, Optional.of(settings.norm()), filed, today));
    }

    private static ResourceGraph read(AccountAtHand hand, String region, Norm norm) throws CannotRun {
        ResourceGraph graph;
        try {
            graph = hand.in(region, norm).read();
        } catch (Unavailable e) {
            throw new CannotRun("the account cannot be read: " + Printable.of(String.valueOf(e.getMessage()))
                    + ". See that these credentials may read it and that AWS can be reached");
        }
        if (graph.resources().stream().allMatch(resource -> resource.data())) {
            throw new CannotRun("nothing of the environment " + norm.suffix() + " is deployed in "
                    + Printable.of(region) + " of this account: say another with --environment or AWS_REGION");
        }
        return graph;
    }
}
