package dev.sluice.cli.guard;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there whole or as it was before: who reads it meanwhile never meets half of it. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes a text into a file, whose folder is made where it is missing. */
    public static void write(Path file, String text) throws IOException {
        var target = file.toAbsolutePath();
        var folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IOException(file + " is a folder");
        }
        Files.createDirectories(folder);
        // Not a temporary file of the system: its permissions would be stricter than those of other reports.
        var half = folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.writeString(half, text);
            try {
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
