package dev.sluice.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What an I/O error means, in words. */
final class Sentences {

    private Sentences() {}

    static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException f -> "permission denied on " + f.getFile();
            case FileAlreadyExistsException f -> f.getFile() + " is in the way";
            case DirectoryNotEmptyException f -> f.getFile() + " is a folder, and has something in it";
            case NoSuchFileException f -> "there is no " + f.getFile();
            case FileSystemException f when f.getReason() != null -> f.getFile() + ": " + f.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
