package dev.sluice.local;

import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.delivery.Letter;
import dev.sluice.local.delivery.LetterDetails;
import dev.sluice.local.delivery.LetterFilter;
import dev.sluice.local.delivery.Redrive;
import dev.sluice.local.sqlite.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The dead letters of a data folder, for an operator: beside a running pipeline, or without one. */
public final class DeadLetterFile implements AutoCloseable {

    private final Path folder;
    private final Database database;
    private final InstantSource clock;

    private DeadLetterFile(Path folder, Database database, InstantSource clock) {
        this.folder = folder;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens those of that folder.
     *
     * @throws CannotStart with a sentence, where there is nothing to read
     */
    public static DeadLetterFile open(Path folder, InstantSource clock) {
        var file = DataFile.existing(folder);
        try {
            return new DeadLetterFile(folder, Database.beside(file), clock);
        } catch (Unavailable e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether a pipeline runs that will deliver what is redriven. */
    public boolean isAttended() {
        return FolderLock.held(folder);
    }

    /** Finds and redrives them. */
    public Redrive redrive() {
        return new Redrive(database, clock);
    }

    /** What they are about, and how they fare. */
    public LetterDetails details() {
        return new LetterDetails(database);
    }

    /**
     * Writes letters into a file that its owner alone may read, a line each: all of them or, where that fails, no file.
     *
     * @param file there is none yet
     * @param line how a letter reads as one line, without its end
     * @return how many; none leaves no file
     * @throws CannotStart with a sentence, where it cannot be written
     */
    public long export(LetterFilter filter, Path file, Function<Letter, String> line) {
        if (Files.exists(file)) {
            throw new CannotStart(file + " is in the way: an export replaces nothing");
        }
        var letters = redrive();
        var first = letters.find(filter);
        if (first.isEmpty()) {
            return 0;
        }
        var count = new AtomicLong();
        try {
            PrivateFile.write(file, out -> {
                for (var page = first;
                        !page.isEmpty();
                        page = letters.find(filter, page.getLast().number())) {
                    for (var letter : page) {
                        out.write((line.apply(letter) + "\n").getBytes(StandardCharsets.UTF_8));
                        count.incrementAndGet();
                    }
                }
            });
        } catch (IOException e) {
            throw new CannotStart("cannot write " + file + ": " + Sentences.of(e), e);
        }
        return count.get();
    }

    @Override
    public void close() {
        database.close();
    }
}
