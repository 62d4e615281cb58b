package dev.sluice.integration.kill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * How far a replay has come, from the file in which it notes each row that was accepted. It says when to kill, and
 * nothing else is decided by it.
 */
final class Progress {

    private final Path replays;
    private long seen;
    private long lines;

    /** @param data the data folder of the pipeline */
    Progress(Path data) {
        this.replays = data.resolve("replays");
    }

    /** Rows noted as accepted since the replay began; 0 before it begins and after it is complete. */
    long rows() {
        try {
            var file = file();
            if (file.isEmpty()) {
                return startAnew();
            }
            try (var channel = FileChannel.open(file.get(), StandardOpenOption.READ)) {
                if (channel.size() < seen) {
                    startAnew();
                }
                count(channel);
            }
        } catch (IOException e) {
            // It went away while we looked: the replay is complete.
            return startAnew();
        }
        // The first line says when it began.
        return Math.max(0, lines - 1);
    }

    private Optional<Path> file() throws IOException {
        if (!Files.isDirectory(replays)) {
            return Optional.empty();
        }
        try (var folders = Files.list(replays)) {
            return folders.map(folder -> folder.resolve("progress"))
                    .filter(Files::exists)
                    .findFirst();
        }
    }

    private void count(FileChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(1 << 16);
        for (var read = channel.read(buffer, seen); read > 0; read = channel.read(buffer, seen)) {
            for (var i = 0; i < read; i++) {
                lines += buffer.get(i) == '\n' ? 1 : 0;
            }
            seen += read;
            buffer.clear();
        }
    }

    private long startAnew() {
        seen = 0;
        lines = 0;
        return 0;
    }
}
