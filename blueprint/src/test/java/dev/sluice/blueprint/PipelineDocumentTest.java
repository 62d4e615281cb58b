package dev.sluice.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/pipeline.md} says what the blueprint says. */
class PipelineDocumentTest {

    private static final Path PAGE =
            Path.of("").toAbsolutePath().resolveSibling("docs").resolve("pipeline.md");

    @Test
    void thePageIsWhatTheBlueprintSays() throws IOException {
        var expected = PipelineDocument.of(Pipeline.BLUEPRINT);
        if (Boolean.getBoolean("sluice.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE)
                .as("docs/pipeline.md is stale; write it anew: ./mvnw -pl blueprint test -Dsluice.docs.write=true")
                .exists()
                .hasContent(expected);
    }
}
