package dev.sluice.compliance.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.compliance.Made;
import dev.sluice.compliance.port.FindingStore;
import dev.sluice.compliance.port.FindingStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFindingStoreTest extends FindingStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected FindingStore store() {
        // Another one each time: nothing is kept beside the file.
        return new LocalFindings(folder.resolve("made/when/needed"));
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        store().keep(Made.tracked("aws_sqs_queue.a"));
        try (var files = Files.list(folder.resolve("made/when/needed"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("findings.json");
        }
    }

    @Test
    void aFileThatSaysSomethingElseIsNamedAndLeftAsItIs() throws IOException {
        for (var other : new String[] {"", "{}", "{\"version\": 2}", "{\"version\":1,\"findings\":[1],\"scans\":[]}"}) {
            Files.writeString(folder.resolve("findings.json"), other);
            var findings = new LocalFindings(folder);
            assertThatThrownBy(() -> findings.keep(Made.tracked("aws_sqs_queue.a")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("findings.json")
                    .hasMessageContaining("move it away");
            assertThat(folder.resolve("findings.json")).hasContent(other);
        }
    }
}
