package dev.sluice.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where SQLite's native library is unpacked: a private folder, emptied at each start, because a process that is killed
 * leaves its copy behind and the system's temporary folder would fill up.
 */
final class NativeLibrary {

    private static final String UNPACK_INTO = "org.sqlite.tmpdir";
    private static final String UNPACKED = "org.sqlite.lib.path";

    /**
     * What its loader has to say, with stack traces, is in the exception as well; held here, since the logging system
     * itself forgets loggers that nobody holds.
     */
    private static final Logger LOADER = Logger.getLogger("org.sqlite");

    private NativeLibrary() {}

    /** Does nothing where somebody said already where it is; the library is loaded once a process. */
    static void unpackInto(Path folder) throws IOException {
        LOADER.setLevel(Level.OFF);
        if (System.getProperty(UNPACKED) != null || System.getProperty(UNPACK_INTO) != null) {
            return;
        }
        PrivateFile.folder(folder);
        try (var left = Files.newDirectoryStream(folder, "sqlite-*")) {
            for (var file : left) {
                Files.deleteIfExists(file);
            }
        }
        System.setProperty(UNPACK_INTO, folder.toAbsolutePath().toString());
    }
}
