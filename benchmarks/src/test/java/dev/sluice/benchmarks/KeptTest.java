package dev.sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.benchmarks.comparison.Medians;
import dev.sluice.benchmarks.figures.Bar;
import dev.sluice.benchmarks.figures.Bars;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.figures.Ratio;
import dev.sluice.benchmarks.figures.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {

    private static final Measured MEASURED = new Measured("| a table |\n", List.of(new Ratio("a", 2, true, 0.1)));

    @TempDir
    Path repository;

    private Kept kept;

    @BeforeEach
    void aRepository() throws IOException {
        kept = new Kept(new Settings(repository, false), "benchmarks/run domain --write");
        Files.createDirectories(repository.resolve("docs"));
        Files.createFile(Files.createDirectories(repository.resolve("benchmarks/target/lib"))
                .resolve("jmh-core-1.37.jar"));
        Files.writeString(
                repository.resolve("docs/performance.md"), "<!-- measured: domain -->\n<!-- end: domain -->\n");
    }

    @Test
    void aTableSaysWhereAndByWhatItWasMeasured() throws IOException {
        kept.write(Command.DOMAIN, MEASURED);
        assertThat(repository.resolve("docs/performance.md"))
                .content()
                .matches(
                        "(?s).*\\| a table \\|\n\nMeasured on \\d{4}-\\d\\d-\\d\\d by `benchmarks/run domain --write`: "
                                + "\\d+ cores .*, jmh-core 1.37\\.\n.*");
    }

    @Test
    void whatIsWrittenIsWhatTheNextRunIsHeldAgainst() throws IOException {
        assertThat(kept.compared(Command.DOMAIN, MEASURED).told()).contains("| new |");
        assertThat(kept.against(Command.DOMAIN)).isEqualTo("nothing is stored yet");

        kept.write(Command.DOMAIN, MEASURED);

        assertThat(kept.compared(Command.DOMAIN, MEASURED).told()).contains("| as before |");
        assertThat(kept.against(Command.DOMAIN)).contains(Machine.described());
        assertThat(Medians.in(repository.resolve("benchmarks/medians.json")).of("domain"))
                .hasValueSatisfying(was -> assertThat(was.ratios()).isEqualTo(MEASURED.ratios()));
    }

    @Test
    void aFileThatOthersReadLiesWhereTheyReadIt() throws IOException {
        kept.write(Command.DOMAIN, MEASURED.keeping("cost/measured.properties", "own_ms=1\n"));
        assertThat(repository.resolve("cost/measured.properties")).hasContent("own_ms=1\n");
    }

    @Test
    void aChartLiesBesideTheDocumentWhereThereIsOne() throws IOException {
        var file = repository.resolve("docs/performance-domain.svg");
        kept.write(Command.DOMAIN, MEASURED);
        assertThat(file).doesNotExist();

        var bars = new Bars("title", "ms", List.of(new Bar("a", new Series(List.of(1.0)))));
        kept.write(Command.DOMAIN, MEASURED.drawn(bars));
        assertThat(file).hasContent(bars.svg());
    }
}
