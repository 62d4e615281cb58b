package dev.sluice.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.benchmarks.figures.Ratio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediansTest {

    private static final Medians ONE = new Medians(Map.of(
            "guard",
            new Remembered(
                    "2 cores",
                    LocalDate.of(2026, 11, 26),
                    List.of(new Ratio("over 500 / rules", 3.25, true, 0.125), new Ratio("rate", 0.5, false, 0)))));

    private static final String WRITTEN = """
            {
              "guard" : {
                "machine" : "2 cores",
                "date" : "2026-11-26",
                "ratios" : {
                  "over 500 / rules" : {
                    "median" : 3.25,
                    "spread" : 0.125,
                    "better" : "lower"
                  },
                  "rate" : {
                    "median" : 0.5,
                    "spread" : 0.0,
                    "better" : "higher"
                  }
                }
              }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aChangeOfTheFileCanBeReadByPeople() throws IOException {
        var file = folder.resolve("medians.json");
        ONE.write(file);
        assertThat(file).hasContent(WRITTEN);
        assertThat(Medians.in(file)).isEqualTo(ONE);
    }

    @Test
    void noFileIsNothingStored() throws IOException {
        assertThat(Medians.in(folder.resolve("none.json")).of("guard")).isEmpty();
    }

    @Test
    void whatIsInTheRepositoryCanBeRead() throws IOException {
        Medians.in(Path.of("medians.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"guard\": 1}",
                "{\"guard\": {\"date\": \"2026-11-26\"}}",
                "{\"guard\": {\"machine\": \"a\", \"date\": \"today\", \"ratios\": {}}}",
                "{\"guard\": {\"machine\": \"a\", \"date\": \"2026-11-26\", \"ratios\": {}, \"more\": 1}}",
                "{\"guard\": {\"machine\": \"a\", \"date\": \"2026-11-26\", \"ratios\": {}",
                "{\"guard\": {\"machine\": \"a\", \"date\": \"2026-11-26\", \"ratios\": {}}} {}"
            })
    void whatWasNotWrittenHereIsRefused(String text) {
        assertThatThrownBy(() -> MediansReader.read(text)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"median\" : -3.25",
                "\"median\" : \"3.25\"",
                "\"median\" : null",
                "\"median\" : ",
                "\"mean\" : 3.25",
            })
    void aMedianThatIsNoneIsRefused(String instead) throws IOException {
        var file = folder.resolve("medians.json");
        Files.writeString(file, WRITTEN.replace("\"median\" : 3.25", instead));
        assertThatThrownBy(() -> Medians.in(file)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sideways", "", "Lower"})
    void aWayThatIsNeitherIsRefused(String way) {
        assertThatThrownBy(() -> MediansReader.read(WRITTEN.replace("\"lower\"", "\"" + way + "\"")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void twoOfOneNameAreRefused() {
        assertThatThrownBy(() -> MediansReader.read(WRITTEN.replace("\"rate\"", "\"over 500 / rules\"")))
                .isInstanceOf(IOException.class);
    }
}
