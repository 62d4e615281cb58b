package dev.sluice.integration.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipModesTest {

    @TempDir
    private Path folder;

    @Test
    void aProgramIsWhatItsModeSays() throws IOException {
        var file = folder.resolve("a.zip");
        var options = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (var zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), options)) {
            for (var name : new String[] {"bootstrap", "data"}) {
                var mode = name.equals("bootstrap") ? "rwxr-xr-x" : "rw-r--r--";
                Files.setPosixFilePermissions(
                        Files.writeString(zip.getPath(name), name), PosixFilePermissions.fromString(mode));
            }
        }

        assertThat(ZipModes.programs(Files.readAllBytes(file))).containsExactly("bootstrap");
    }

    @Test
    void anArchiveThatWasMadeWithoutModesHasNone() throws IOException {
        assertThat(ZipModes.programs(Stack.zip(Map.of("bootstrap", new byte[1]))))
                .isEmpty();
    }
}
