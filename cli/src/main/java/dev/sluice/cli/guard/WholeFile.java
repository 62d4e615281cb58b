package dev.sluice.cli.guard;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there whole or as it was before: who reads it meanwhile never meets half of it. */
public final class WholeFile {

    /** More than any file of suppressions, baseline or history has. */
    private static final long LONGEST = 8L << 20;

    private WholeFile() {}

    /** All of a file's text, which is UTF-8 and at most 8 MiB. */
    public static String read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is longer than " + (LONGEST >> 20) + " MiB");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8", e);
        }
    }

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
