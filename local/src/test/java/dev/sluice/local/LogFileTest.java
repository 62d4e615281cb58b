package dev.sluice.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void aFullFileMakesRoomAndTwoAreKept() throws IOException {
        var file = folder.resolve("sluice.log");
        try (var log = new LogFile(file, 10)) {
            for (var line : new String[] {"first", "second", "third"}) {
                log.accept(line);
            }
        }
        assertThat(Files.readString(file)).isEqualTo("third\n");
        assertThat(Files.readString(folder.resolve("sluice.log.1"))).isEqualTo("second\n");
    }

    @Test
    void itGoesOnWhereItStood() throws IOException {
        var file = folder.resolve("sluice.log");
        for (var line : new String[] {"a", "b"}) {
            try (var log = new LogFile(file, 100)) {
                log.accept(line);
            }
        }
        assertThat(Files.readString(file)).isEqualTo("a\nb\n");
    }
}
