package dev.sluice.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** What an I/O error means, in words. */
final class Sentences {

    private Sentences() {}

    static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException ignored -> "permission denied";
            case FileSystemException f when f.getReason() != null -> String.valueOf(f.getReason());
            default -> String.valueOf(e.getMessage());
        };
    }
}
