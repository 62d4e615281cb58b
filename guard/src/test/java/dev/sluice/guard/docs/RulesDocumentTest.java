package dev.sluice.guard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.rules.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/rules.md")
class RulesDocumentTest {

    private static final Path PAGE =
            Path.of("").toAbsolutePath().resolveSibling("docs").resolve("rules.md");

    @Test
    @DisplayName("is what the catalogue says")
    void pageIsWhatTheCatalogueSays() throws IOException {
        var expected = RulesDocument.of(Catalogue.ALL);
        if (Boolean.getBoolean("sluice.docs.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE)
                .as("docs/rules.md is stale; write it anew: " + RulesDocument.COMMAND)
                .exists()
                .hasContent(expected);
    }

    @Test
    @DisplayName("has a part for every service")
    void everyServiceIsTold() {
        assertThat(Catalogue.ALL.stream().map(RulesDocument::service)).isSubsetOf(RulesDocument.servicesTold());
    }
}
