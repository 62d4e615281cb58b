package dev.sluice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline that may have few files open: connections are files too. */
class FewFilesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void needsLinux() {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/limits")), "SKIPPED: the limit is read from /proc");
    }

    @Test
    void moreConnectionsThanFilesWaitAndEndNothing() throws IOException {
        try (var pipeline = Sluice.upUnder(openFiles(250), folder.resolve("data"));
                var sender = new Sender(pipeline)) {
            var front = URI.create(pipeline.url());
            List<Socket> open = new ArrayList<>();
            try {
                for (var i = 0; i < 300; i++) {
                    open.add(new Socket(front.getHost(), front.getPort()));
                }
            } finally {
                for (var socket : open) {
                    socket.close();
                }
            }
            assertThat(sender.send("t-1").statusCode()).isEqualTo(202);
            Await.until("it is stored", () -> sender.isStored("t-1"));
        }
    }

    @Test
    void tooFewFilesAreToldAtTheStart() {
        var ended = Sluice.runUnder(
                openFiles(140), folder, "up", "--data", folder.resolve("data").toString(), "--port", "0");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains("only 140 files open; allow it 1184 (ulimit -n)")
                .hasLineCount(1);
    }

    private static List<String> openFiles(int most) {
        return List.of("sh", "-c", "ulimit -n " + most + "; exec \"$@\"", "sh");
    }
}
