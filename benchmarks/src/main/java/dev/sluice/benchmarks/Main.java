package dev.sluice.benchmarks;

import dev.sluice.benchmarks.domain.DomainBenchmark;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.figures.Report;
import dev.sluice.benchmarks.guard.GuardBenchmark;
import dev.sluice.benchmarks.pipeline.ConsoleBenchmark;
import dev.sluice.benchmarks.pipeline.LatencyBenchmark;
import dev.sluice.benchmarks.pipeline.PipelineBenchmark;
import dev.sluice.benchmarks.pipeline.StartBenchmark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A command each: what is measured, printed as the table that docs/performance.md holds. */
public final class Main {

    private static final String USAGE =
            "usage: benchmarks/run pipeline|console|latency|start|domain|guard|all [--quick] [--write]";

    /** In the order that {@code all} takes them. */
    private enum Command {
        START(StartBenchmark::run),
        DOMAIN(DomainBenchmark::run),
        GUARD(GuardBenchmark::run),
        LATENCY(LatencyBenchmark::run),
        CONSOLE(ConsoleBenchmark::run),
        PIPELINE(PipelineBenchmark::run);

        private final Measurement measurement;

        Command(Measurement measurement) {
            this.measurement = measurement;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @FunctionalInterface
    private interface Measurement {
        Measured of(Settings settings) throws Exception;
    }

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var words = new ArrayList<>(List.of(arguments));
        var quick = words.remove("--quick");
        var write = words.remove("--write");
        var commands = Arrays.stream(Command.values())
                .filter(command -> words.contains("all") || words.contains(command.word()))
                .toList();
        if (words.size() != 1 || commands.isEmpty()) {
            System.err.println(USAGE);
            System.exit(2);
        }
        var repository =
                Path.of(System.getProperty("sluice.root", ".")).toAbsolutePath().normalize();
        var settings = new Settings(repository, quick);
        var report = new Report(repository.resolve("docs/performance.md"));
        for (var command : commands) {
            var figures = command.measurement.of(settings).text();
            System.out.println("\n" + command.word() + "\n\n" + figures);
            if (write) {
                report.write(command.word(), figures);
                report.write("machine", Machine.describe());
            }
        }
    }
}
