package dev.sluice.benchmarks;

import java.nio.file.Path;

/**
 * How much is measured.
 *
 * @param repository where the project is
 * @param quick few and short runs, to see that it works: the figures mean little
 */
public record Settings(Path repository, boolean quick) {

    /** How often each run is repeated. */
    public int rounds() {
        return quick ? 1 : 3;
    }

    public int transactions() {
        return quick ? 20_000 : 100_000;
    }

    /**
     * Rows in the table before the second half of the pipeline's figures. Whoever wants to see how it goes on from a
     * million says so: {@code JAVA_TOOL_OPTIONS=-Dsluice.filled=4000000 benchmarks/run pipeline}.
     */
    public int filled() {
        return quick ? 100_000 : Integer.getInteger("sluice.filled", 1_000_000);
    }

    /** Connections that always have a request on its way; so many transactions at most share a commit. */
    public int connections() {
        return 256;
    }

    /** Where runs keep their files. */
    public Path work() {
        return repository.resolve("benchmarks/target/work");
    }
}
