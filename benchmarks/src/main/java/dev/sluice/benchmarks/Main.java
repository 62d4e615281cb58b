package dev.sluice.benchmarks;

import dev.sluice.benchmarks.pipeline.PipelineBenchmark;
import java.nio.file.Path;
import java.util.Arrays;

/** A command each: what is measured, printed as the table that docs/performance.md holds. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var repository = Path.of(System.getProperty("sluice.root", ".")).toAbsolutePath();
        var settings = new Settings(repository, Arrays.asList(arguments).contains("--quick"));
        System.out.println(PipelineBenchmark.run(settings));
    }
}
