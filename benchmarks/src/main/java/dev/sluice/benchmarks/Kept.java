package dev.sluice.benchmarks;

import dev.sluice.benchmarks.comparison.Comparison;
import dev.sluice.benchmarks.comparison.Medians;
import dev.sluice.benchmarks.comparison.Remembered;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.figures.Report;
import dev.sluice.benchmarks.figures.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of runs: the document with its charts, and the ratios that later runs are held against.
 *
 * @param settings of the run
 * @param ran the command as its user wrote it
 */
record Kept(Settings settings, String ran) {

    /** How this run stands to the stored one. */
    Comparison compared(Command command, Measured measured) throws IOException {
        return Comparison.of(stored().of(command.word()).map(Remembered::ratios).orElse(List.of()), measured.ratios());
    }

    /** When and where what is stored was measured. */
    String against(Command command) throws IOException {
        return stored().of(command.word())
                .map(was -> "stored on " + was.date() + ": " + was.machine())
                .orElse("nothing is stored yet");
    }

    /**
     * Puts the table in its place in the document, the chart beside it, the files where others read them, and the ratios in
     * place of those before.
     */
    void write(Command command, Measured measured) throws IOException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var machine = new ArrayList<>(List.of(Machine.described()));
        machine.addAll(Versions.of(libraries(), command.libraries()));
        new Report(settings.repository().resolve("docs/performance.md"))
                .write(
                        command.word(),
                        measured.text() + "\nMeasured on " + today + " by `" + ran + "`: " + String.join(", ", machine)
                                + ".\n");
        if (measured.chart().isPresent()) {
            Files.writeString(
                    settings.repository().resolve("docs/performance-" + command.word() + ".svg"),
                    measured.chart().orElseThrow().svg());
        }
        for (var file : measured.files().entrySet()) {
            var path = settings.repository().resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        stored().with(command.word(), new Remembered(Machine.described(), today, measured.ratios()))
                .write(medians());
    }

    private List<String> libraries() throws IOException {
        try (var files = Files.list(settings.repository().resolve("benchmarks/target/lib"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Medians stored() throws IOException {
        return Medians.in(medians());
    }

    private Path medians() {
        return settings.repository().resolve("benchmarks/medians.json");
    }
}
