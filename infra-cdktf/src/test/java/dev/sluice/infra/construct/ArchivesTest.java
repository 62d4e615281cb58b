package dev.sluice.infra.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.infra.settings.LambdaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deployed of a function. */
class ArchivesTest {

    @Test
    void anotherArchiveIsAnotherVersion(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("query.zip"), "abc");
        // SHA-256 of "abc", FIPS 180-2, in base64.
        assertThat(new Archives(List.of(folder)).hash(Pipeline.QUERY, LambdaRuntime.MANAGED))
                .isEqualTo("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    @Test
    void anArchiveThatWasNotBuiltIsToldWithWhatBuildsIt(@TempDir Path folder) {
        assertThatThrownBy(() -> new Archives(List.of(folder)).of(Pipeline.VALIDATOR, LambdaRuntime.MANAGED))
                .isInstanceOf(Archives.Missing.class)
                .hasMessageContaining("validator.zip")
                .hasMessageEndingWith("; ./mvnw package -Dgates=off -pl handlers,compliance -am makes it");
    }

    @Test
    void anArchiveWithARuntimeOfItsOwnIsAnotherFileMadeInFewerPlaces(@TempDir Path folder) throws IOException {
        var own = Files.createDirectory(folder.resolve("own")).resolve("query.zip");
        Files.writeString(folder.resolve("query.zip"), "managed");
        assertThatThrownBy(() -> new Archives(List.of(folder)).of(Pipeline.QUERY, LambdaRuntime.OWN))
                .isInstanceOf(Archives.Missing.class)
                .hasMessageContaining("own/query.zip")
                .hasMessageEndingWith(" -am makes it, on Linux x86_64 with a JDK from 25 on");
        Files.writeString(own, "own");
        assertThat(new Archives(List.of(folder)).of(Pipeline.QUERY, LambdaRuntime.OWN))
                .isEqualTo(own);
    }
}
