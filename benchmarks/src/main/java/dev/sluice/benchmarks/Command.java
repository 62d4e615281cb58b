package dev.sluice.benchmarks;

import dev.sluice.benchmarks.cold.ColdBenchmark;
import dev.sluice.benchmarks.cold.FunctionsBenchmark;
import dev.sluice.benchmarks.domain.DomainBenchmark;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.guard.GuardBenchmark;
import dev.sluice.benchmarks.pipeline.ConsoleBenchmark;
import dev.sluice.benchmarks.pipeline.LatencyBenchmark;
import dev.sluice.benchmarks.pipeline.PipelineBenchmark;
import dev.sluice.benchmarks.pipeline.StartBenchmark;
import dev.sluice.benchmarks.sizes.SizesBenchmark;
import dev.sluice.benchmarks.stages.StagesBenchmark;
import dev.sluice.benchmarks.synth.SynthBenchmark;
import java.util.List;
import java.util.Locale;

/** What can be measured, in the order that {@code all} takes it. */
enum Command {
    COLD(ColdBenchmark::run, "aws-lambda-java-runtime-interface-client"),
    FUNCTIONS(FunctionsBenchmark::run, "aws-lambda-java-runtime-interface-client"),
    STAGES(StagesBenchmark::run, "jackson-core", "jmh-core"),
    SIZES(SizesBenchmark::run, "sqlite-jdbc", "helidon-webserver"),
    START(StartBenchmark::run, "sqlite-jdbc", "helidon-webserver"),
    DOMAIN(DomainBenchmark::run, "jackson-core", "jmh-core"),
    GUARD(GuardBenchmark::run),
    SYNTH(SynthBenchmark::run),
    LATENCY(LatencyBenchmark::run, "sqlite-jdbc", "helidon-webserver"),
    CONSOLE(ConsoleBenchmark::run, "sqlite-jdbc", "helidon-webserver"),
    PIPELINE(PipelineBenchmark::run, "sqlite-jdbc", "helidon-webserver");

    @FunctionalInterface
    private interface Measurement {
        Measured of(Settings settings) throws Exception;
    }

    private final Measurement measurement;
    private final List<String> libraries;

    /** @param libraries whose versions the figures depend on */
    Command(Measurement measurement, String... libraries) {
        this.measurement = measurement;
        this.libraries = List.of(libraries);
    }

    /** What the user writes, and the name of its place in the document. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> libraries() {
        return libraries;
    }

    Measured measure(Settings settings) throws Exception {
        return measurement.of(settings);
    }
}
