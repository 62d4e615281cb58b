package dev.sluice.benchmarks.sizes;

import dev.sluice.benchmarks.Settings;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.figures.Ratio;
import dev.sluice.benchmarks.figures.Series;
import dev.sluice.benchmarks.figures.Table;
import dev.sluice.benchmarks.pipeline.PeakMemory;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bytes of each function's archive beside those of its peers, of the command on one machine, and the most memory of it. */
public final class SizesBenchmark {

    private static final String REFERENCE = "validator";

    private SizesBenchmark() {}

    public static Measured run(Settings settings) throws IOException, SQLException, InterruptedException {
        var built = new Built(settings.repository());
        var memory = PeakMemory.of(settings);
        var ratios = new ArrayList<Ratio>();
        ratios.add(Ratio.ofPairs("memory after transactions / idle", memory.ofIdle(), true));
        ratio(built).ifPresent(ratios::add);
        return new Measured(archives(built) + "\n" + command(built, memory), ratios);
    }

    /** Bytes do not depend on a machine; the smallest peer is what a team gets without a framework. */
    private static Optional<Ratio> ratio(Built built) throws IOException {
        var smallest = built.peers().stream().mapToDouble(Archive::packed).min();
        var ours = built.managed().stream()
                .filter(archive -> archive.name().equals(REFERENCE))
                .findFirst();
        return smallest.isPresent()
                ? ours.map(archive -> new Ratio(
                        REFERENCE + "'s archive / smallest peer's", archive.packed() / smallest.getAsDouble(), true, 0))
                : Optional.empty();
    }

    private static String archives(Built built) throws IOException {
        var table = new Table("archive, MB", "uploaded", "unpacked", "of it the runtime", "of it the cache");
        rows(table, "", built.managed());
        rows(table, ", own runtime", built.own());
        rows(table, " (peer)", built.peers());
        return table.toString();
    }

    private static void rows(Table table, String kind, List<Archive> archives) {
        for (var archive : archives) {
            table.row(
                    archive.name() + kind,
                    megabytes(archive.packed()),
                    megabytes(archive.unpacked()),
                    archive.runtime() == 0 ? "" : megabytes(archive.runtime()),
                    archive.cache() == 0 ? "" : megabytes(archive.cache()));
        }
    }

    private static String command(Built built, PeakMemory memory) throws IOException {
        return new Table(
                        "`./sluice` on one machine, MB",
                        "medians of " + memory.idle().values().size() + " rounds")
                .row("its own jar", megabytes(built.command()))
                .row("the libraries beside it", megabytes(built.libraries()))
                .row(
                        "most memory of `./sluice up` until it takes requests",
                        memory.idle().told(0))
                .row(
                        "most memory after " + Series.number(PeakMemory.TRANSACTIONS, 0) + " transactions",
                        memory.loaded().told(0))
                .toString();
    }

    private static String megabytes(long bytes) {
        return Series.number(bytes / 1e6, 2);
    }
}
