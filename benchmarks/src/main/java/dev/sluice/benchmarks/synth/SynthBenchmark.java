package dev.sluice.benchmarks.synth;

import dev.sluice.benchmarks.Settings;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.figures.Ratio;
import dev.sluice.benchmarks.figures.Series;
import dev.sluice.benchmarks.figures.Table;
import dev.sluice.benchmarks.figures.Versions;
import dev.sluice.benchmarks.process.Clocked;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The synthesis of both stacks, from the start of its process to its end, beside a program that makes one queue by the same
 * libraries: what is more than that is ours. In turns, so that a machine that grows slower favours neither.
 */
public final class SynthBenchmark {

    private static final int RUNS = 5;
    private static final String BARE = "BareSynthesis";

    private final Settings settings;
    private final String libraries;
    private final Path work;

    private SynthBenchmark(Settings settings) throws IOException {
        this.settings = settings;
        this.libraries =
                Files.readString(file("infra-cdktf/target/classpath.txt")).strip();
        this.work = Files.createDirectories(settings.work().resolve("synth"));
    }

    public static Measured run(Settings settings) throws IOException, InterruptedException {
        return new SynthBenchmark(settings).measured();
    }

    private Measured measured() throws IOException, InterruptedException {
        compile();
        var bare = synthesis("bare", List.of("-cp", classPath(work), BARE));
        var ours = synthesis(
                "ours",
                List.of(
                        "-cp",
                        classPath(file("infra-cdktf/target/sluice-infra.jar")),
                        "dev.sluice.infra.Main",
                        settings.repository().toString()));
        var floor = new ArrayList<Double>();
        var whole = new ArrayList<Double>();
        for (var run = 0; run < (settings.quick() ? 1 : RUNS); run++) {
            floor.add(bare.seconds(0));
            whole.add(ours.seconds(0));
            System.out.println("one queue " + floor.getLast() + " s, both stacks " + whole.getLast() + " s");
        }
        return told(new Series(floor), new Series(whole));
    }

    private Measured told(Series floor, Series whole) throws IOException, InterruptedException {
        var table = new Table("medians of " + whole.values().size() + " runs", "s", "beyond one queue, s")
                .row("one queue by the same libraries", floor.told(2), "")
                .row("**both stacks**", whole.told(2), Series.number(whole.median() - floor.median(), 2));
        return new Measured(
                table + "\nWritten with " + versions() + ".\n",
                List.of(Ratio.ofMedians(
                        "synthesis of both stacks / one queue by the same libraries", whole, floor, true)));
    }

    private String versions() throws IOException, InterruptedException {
        var node = work.resolve("node.txt");
        new Clocked(List.of("node", "--version"), Map.of(), node).seconds(0);
        var jars = Stream.of(libraries.split(File.pathSeparator, -1))
                .map(jar -> Path.of(jar).getFileName().toString())
                .toList();
        var names = List.of("cdktf", "cdktf-provider-aws", "jsii-runtime");
        return String.join(", ", Versions.of(jars, names)) + ", Node "
                + Files.readString(node).strip();
    }

    /** Before the clock starts: started from its source, it would be compiled each time. */
    private void compile() {
        var javac = ToolProvider.findFirst("javac")
                .orElseThrow(() -> new IllegalStateException("this is no JDK: it has no compiler"));
        var code = javac.run(
                System.out,
                System.err,
                "-cp",
                libraries,
                "-d",
                work.toString(),
                file("benchmarks/bare/" + BARE + ".java").toString());
        if (code != 0) {
            throw new IllegalStateException(BARE + " was not compiled");
        }
    }

    /** As build-tools/synth.sh starts it, but that it writes into a folder of the run's. */
    private Clocked synthesis(String name, List<String> arguments) {
        var environment = Map.of(
                "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20",
                "CHECKPOINT_DISABLE", "1",
                "CDKTF_OUTDIR", work.resolve(name).toString());
        return Clocked.java(arguments, environment, work.resolve(name + ".txt"));
    }

    private String classPath(Path first) {
        return first + File.pathSeparator + libraries;
    }

    private Path file(String path) {
        return settings.repository().resolve(path);
    }
}
