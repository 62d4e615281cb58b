package dev.sluice.cli;

import static dev.sluice.cli.Ran.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders that tests work in, and why their names have no digits. */
class TemporaryFolderTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderWhoseNameReadsLikeACardNumberIsPrintedWithoutIt() throws IOException {
        var unlucky = Files.createDirectory(folder.resolve("junit-4111111111111111"));

        assertThat(sluice("guard", unlucky.toString()).err())
                .contains("junit-************1111")
                .doesNotContain(unlucky.toString());
    }

    @Test
    void aTestsOwnFolderIsPrintedAsItIsCalled() {
        assertThat(folder.getFileName().toString()).matches("junit-[a-z]{20}");
        assertThat(sluice("guard", folder.toString()).err()).contains(folder.toString());
    }
}
