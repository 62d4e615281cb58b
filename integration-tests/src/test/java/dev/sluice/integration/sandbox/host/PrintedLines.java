package dev.sluice.integration.sandbox.host;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The lines that a process prints into a file. All that it printed before it answered is in there once the answer is here.
 */
final class PrintedLines {

    private final Path file;
    private long read;

    PrintedLines(Path file) {
        this.file = file;
    }

    /** The whole lines that have come since this was last asked. */
    List<String> fresh() throws IOException {
        var bytes = rest();
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        read += end;
        return lines(new String(bytes, 0, end, StandardCharsets.UTF_8));
    }

    /** What has come since, of a process that has ended: its last line may be half a one. */
    List<String> last() throws IOException {
        var bytes = rest();
        read += bytes.length;
        return lines(new String(bytes, StandardCharsets.UTF_8));
    }

    private byte[] rest() throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[Math.toIntExact(in.length() - read)];
            in.seek(read);
            in.readFully(bytes);
            return bytes;
        }
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
