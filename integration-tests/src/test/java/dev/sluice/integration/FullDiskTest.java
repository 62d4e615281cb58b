package dev.sluice.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pipeline whose files may not grow any more, by the system's limit on a process that runs (RLIMIT_FSIZE): writes
 * fail as on a full disk, on any machine and without being its administrator.
 */
class FullDiskTest {

    /** Bytes that the log has already: more than files may have, so that no line can be written. */
    private static final long LOG = 32L * 1_024 * 1_024;

    private static final long ROOM = 64L * 1_024;
    private static final int MOST_SENT = 2_000;

    /** What could not be stored is tried again after a minute. */
    private static final Duration AFTER_A_RETRY = Duration.ofSeconds(150);

    @TempDir
    private Path folder;

    @BeforeEach
    void needsPrlimit() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/prlimit")),
                "SKIPPED: a full disk needs prlimit, of Linux's util-linux");
    }

    @Test
    void nothingAcknowledgedIsLostAndItGoesOnByItselfWhenThereIsRoomAgain() throws IOException {
        var data = Files.createDirectory(folder.resolve("data"));
        try (var log = new RandomAccessFile(data.resolve("sluice.log").toFile(), "rw")) {
            log.setLength(LOG);
        }
        try (var pipeline = Sluice.up(data);
                var sender = new Sender(pipeline)) {
            var acknowledged = new ArrayList<String>();
            IntStream.range(0, 50).mapToObj(i -> "before-" + i).forEach(id -> {
                assertThat(sender.send(id).statusCode()).isEqualTo(202);
                acknowledged.add(id);
            });
            Await.until("the first is stored", () -> sender.isStored("before-0"));

            limit(pipeline, Files.size(data.resolve("sluice.db-wal")) + ROOM + ":");
            var refused = 0;
            for (var i = 0; i < MOST_SENT && refused < 20; i++) {
                var answer = sender.send("full-" + i);
                if (answer.statusCode() == 202) {
                    acknowledged.add("full-" + i);
                } else {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                    assertThat(answer.headers().firstValue("retry-after")).contains("5");
                    assertThat(answer.body()).contains("nothing was accepted");
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(20);
            assertThat(sender.isStored("before-0")).as("reading goes on").isTrue();
            assertThat(pipeline.process().isAlive()).isTrue();
            assertThat(lines(data)).as("no line could be written").noneMatch(line -> line.contains("full-"));

            limit(pipeline, "unlimited:");
            Await.until(
                    "it takes transactions again", () -> sender.send("after").statusCode() == 202);
            acknowledged.add("after");
            Await.until(
                    "all that was acknowledged is stored",
                    AFTER_A_RETRY,
                    () -> acknowledged.stream().allMatch(sender::isStored));
        }
    }

    private static List<String> lines(Path data) throws IOException {
        try (var lines = Files.lines(data.resolve("sluice.log"))) {
            return lines.toList();
        }
    }

    private static void limit(Sluice.Up pipeline, String size) {
        try {
            var prlimit = new ProcessBuilder(List.of(
                            "prlimit", "--pid", Long.toString(pipeline.process().pid()), "--fsize=" + size))
                    .inheritIO()
                    .start();
            assertThat(prlimit.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
