package dev.sluice.domain.validation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesDocumentTest {

    private static final Path PAGE = Path.of("..", "docs", "validation-rules.md");

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        if (Boolean.getBoolean("sluice.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, RulesDocument.text());
        }
        assertThat(PAGE)
                .as("stale: write it anew with -Dsluice.docs.write=true")
                .content()
                .isEqualTo(RulesDocument.text());
    }
}
