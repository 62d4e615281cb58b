package dev.sluice.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {

    @Test
    void versionsAreThoseOfTheFilesThatAreThere() {
        var files = List.of(
                "jackson-core-2.23.0.jar",
                "jackson-core-extra-1.0.jar",
                "jackson-core-.jar",
                "jmh-core-1.37.jar",
                "jmh-core-1.37.txt");
        assertThat(Versions.of(files, List.of("jmh-core", "jackson-core", "missing")))
                .containsExactly("jmh-core 1.37", "jackson-core 2.23.0");
    }
}
