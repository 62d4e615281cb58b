package dev.sluice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders that tests work in: what the command prints of them is what they are called. */
class TemporaryFolderTest {

    @Test
    void aTestsFolderHasNoDigitsThatTheCommandWouldHide(@TempDir Path folder) {
        assertThat(folder.getFileName().toString()).matches("junit-[a-z]{20}");
        assertThat(Sluice.run(folder, "guard", folder.toString()).err()).contains(folder.toString());
    }
}
