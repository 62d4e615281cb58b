package dev.sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One seed is one run, in every line of its trace. */
class SameRunTest {

    private static final long SEEDS = 60;

    @Test
    void aSeedIsTheSameRunEachTime() {
        for (var seed = 1L; seed <= SEEDS; seed++) {
            assertThat(TraceDigests.trace(seed))
                    .as("seed %s", seed)
                    .isNotEmpty()
                    .isEqualTo(TraceDigests.trace(seed));
        }
    }

    @Test
    void aSeedIsTheSameRunInAnotherProcess() throws IOException, InterruptedException {
        assertThat(elsewhere()).hasSize((int) SEEDS).isEqualTo(TraceDigests.of(1, SEEDS));
    }

    @Test
    void anotherSeedIsAnotherRun() {
        assertThat(TraceDigests.of(1, SEEDS).stream()
                        .map(line -> line.substring(line.indexOf(' ')))
                        .distinct())
                .hasSizeGreaterThan((int) SEEDS - 5);
    }

    private static List<String> elsewhere() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TraceDigests.class.getName(),
                        "1",
                        Long.toString(SEEDS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            var lines = output.lines().toList();
            assertThat(process.waitFor()).isZero();
            return lines;
        }
    }
}
