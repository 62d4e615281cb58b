package dev.sluice.console.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WebFilesTest {

    private final WebFiles files = new WebFiles();

    @Test
    void theListIsTheFolder() throws Exception {
        var folder = Objects.requireNonNull(WebFiles.class.getResource(WebFiles.FOLDER));
        try (var inFolder = Files.list(Path.of(folder.toURI()))) {
            assertThat(inFolder.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(WebFiles.OWN);
        }
    }

    @Test
    void everyFileOfTheListIsThere() {
        assertThat(WebFiles.names())
                .filteredOn(name -> files.find(name).isEmpty())
                .isEmpty();
    }

    @Test
    void theChartIsFoundInItsLibraryWhateverItsVersion() {
        assertThat(WebFiles.CHART.keySet())
                .filteredOn(name -> files.find(name).isEmpty())
                .isEmpty();
    }

    @Test
    void nothingElseIsFound() {
        assertThat(files.find("")).isEmpty();
        assertThat(files.find("../Console.class")).isEmpty();
        assertThat(files.find("nothing.js")).isEmpty();
    }
}
