package dev.sluice.local;

import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.Session;
import java.nio.file.Files;
import java.nio.file.Path;

/** The SQLite file of a data folder. */
final class DataFile {

    private DataFile() {}

    /** Where it is, or will be. */
    static Path in(Path folder) {
        return folder.resolve("sluice.db");
    }

    /** @throws CannotStart with a sentence, where there is none */
    static Path existing(Path folder) {
        var file = in(folder);
        if (!Files.isRegularFile(file)) {
            throw new CannotStart("there is no " + file + ": no pipeline has run in " + folder);
        }
        return file;
    }

    /**
     * Looks into it at one moment, beside a running pipeline or without one.
     *
     * @throws CannotStart with a sentence, where there is nothing to read
     */
    static <T> T look(Path folder, Session.Work<T> work) {
        var file = existing(folder);
        try (var reader = Database.reader(file)) {
            return reader.readOneMoment(work);
        } catch (Unavailable e) {
            throw new CannotStart("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
