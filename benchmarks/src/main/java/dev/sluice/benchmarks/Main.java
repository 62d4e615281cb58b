package dev.sluice.benchmarks;

import dev.sluice.benchmarks.domain.DomainBenchmark;
import dev.sluice.benchmarks.figures.Report;
import dev.sluice.benchmarks.pipeline.LatencyBenchmark;
import dev.sluice.benchmarks.pipeline.PipelineBenchmark;
import dev.sluice.benchmarks.pipeline.StartBenchmark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command each: what is measured, printed as the table that docs/performance.md holds. */
public final class Main {

    private static final String USAGE = "usage: benchmarks/run pipeline|latency|start|domain|all [--quick] [--write]";

    private static final Map<String, Measurement> MEASUREMENTS = Map.of(
            "pipeline", PipelineBenchmark::run,
            "latency", LatencyBenchmark::run,
            "start", StartBenchmark::run,
            "domain", DomainBenchmark::run);

    /** In the order that {@code all} takes them. */
    private static final List<String> ALL = List.of("start", "domain", "latency", "pipeline");

    @FunctionalInterface
    private interface Measurement {
        String of(Settings settings) throws Exception;
    }

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var words = new ArrayList<>(List.of(arguments));
        var quick = words.remove("--quick");
        var write = words.remove("--write");
        if (words.size() != 1 || !(words.contains("all") || MEASUREMENTS.containsKey(words.getFirst()))) {
            System.err.println(USAGE);
            System.exit(2);
        }
        var repository =
                Path.of(System.getProperty("sluice.root", ".")).toAbsolutePath().normalize();
        var settings = new Settings(repository, quick);
        var report = new Report(repository.resolve("docs/performance.md"));
        for (var name : words.contains("all") ? ALL : words) {
            var figures = MEASUREMENTS.get(name).of(settings);
            System.out.println("\n" + name + "\n\n" + figures);
            if (write) {
                report.write(name, figures);
                report.write("machine", Machine.describe());
            }
        }
    }
}
