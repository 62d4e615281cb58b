package dev.sluice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders on which no pipeline can run, and what its user reads then; and some on which one can all the same. */
class HostileFolderTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondProcessOnTheFolderIsToldAndTheFirstServesOn() {
        var data = folder.resolve("data");
        try (var first = Sluice.up(data);
                var sender = new Sender(first)) {
            cannotRun(data, "another pipeline (process " + first.process().pid() + ") is running on " + data);

            assertThat(sender.send("t-1").statusCode()).isEqualTo(202);
            Await.until("it is stored", () -> sender.isStored("t-1"));
        }
    }

    @Test
    void aFileInTheFoldersPlaceIsTold() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "mine");

        cannotRun(file, file + " is in the way");
        cannotRun(file.resolve("below"), "Not a directory");
        assertThat(file).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource({
        "sluice.db, cannot open",
        "sluice.log, sluice.log: Is a directory",
        "sluice.lock, sluice.lock: Is a directory",
        "secrets.json, secrets.json: Is a directory",
        "sources.json, sources.json: Is a directory",
        "access.json, access.json is a folder"
    })
    void aFolderInAFilesPlaceIsToldByTheFilesName(String name, String told) throws IOException {
        Files.createDirectories(folder.resolve("data").resolve(name).resolve("inside"));

        cannotRun(folder.resolve("data"), told);
    }

    @Test
    void aFolderThatTakesNoFilesIsTold() {
        // Where nobody can make a file, the administrator included.
        if (Files.isDirectory(Path.of("/proc/self"))) {
            cannotRun(Path.of("/proc/sys"), "cannot use the folder /proc/sys");
            cannotRun(Path.of("/proc/no/such"), "cannot use the folder /proc/no/such");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsToldAndLeftAsItIs() throws IOException {
        var data = Files.createDirectory(folder.resolve("data"));
        var noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        Files.write(data.resolve("sluice.db"), noise);

        cannotRun(data, "file is not a database");
        assertThat(Files.readAllBytes(data.resolve("sluice.db"))).isEqualTo(noise);
    }

    @Test
    void aDatabaseWithDamagedPagesIsTold() throws IOException {
        var data = folder.resolve("data");
        Sluice.up(data).close();
        var file = Files.readAllBytes(data.resolve("sluice.db"));
        Arrays.fill(file, 4_096, file.length, (byte) 0x5a);
        Files.write(data.resolve("sluice.db"), file);

        cannotRun(data, "malformed");
    }

    @Test
    void aLogOfWritesThatIsCutShortIsReadAsFarAsItGoes() throws IOException {
        var data = folder.resolve("data");
        var killed = Sluice.up(data);
        try (var sender = new Sender(killed)) {
            assertThat(sender.send("t-1").statusCode()).isEqualTo(202);
            Await.until("it is stored", () -> sender.isStored("t-1"));
            for (var i = 2; i < 20; i++) {
                assertThat(sender.send("t-" + i).statusCode()).isEqualTo(202);
            }
        }
        killed.kill();
        try (var wal = FileChannel.open(data.resolve("sluice.db-wal"), StandardOpenOption.WRITE)) {
            wal.truncate(wal.size() - 10_000);
        }

        try (var again = Sluice.up(data);
                var sender = new Sender(again)) {
            assertThat(sender.isStored("t-1")).isTrue();
            assertThat(sender.send("t-20").statusCode()).isEqualTo(202);
            Await.until("it is stored", () -> sender.isStored("t-20"));
        }
    }

    /** One line that says why, exit code 2, and nothing of how the program is made. */
    private void cannotRun(Path data, String told) {
        var ended = Sluice.run(folder, "up", "--data", data.toString(), "--port", "0");

        assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains(told).startsWith("sluice: ").hasLineCount(1);
        assertThat(ended.out()).isEmpty();
    }
}
