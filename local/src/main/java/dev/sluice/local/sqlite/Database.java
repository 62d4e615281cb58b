package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.Unavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** The one durable thing of a pipeline on one machine: a SQLite file, migrated to what this program knows. */
public final class Database implements Writer, Reader {

    /** How long a statement waits for a lock that another process holds, a curious {@code sqlite3} say. */
    private static final int BUSY_MILLIS = 5_000;

    private static final int CACHE_KIBIBYTES = 16 * 1024;

    /**
     * Pages in the log at which a commit copies it after all: 256 MB, many times what the checkpointer lets gather where it
     * does its work.
     */
    private static final int LONGEST_LOG = 64_000;

    private final Writer writer;
    private final Reader reader;
    private final Optional<Checkpointer> checkpointer;

    private Database(Writer writer, Reader reader, Optional<Checkpointer> checkpointer) {
        this.writer = writer;
        this.reader = reader;
        this.checkpointer = checkpointer;
    }

    /**
     * Opens the file, made where there is none. One process at a time: the caller holds the folder's lock.
     *
     * @throws NewerFile when a newer program wrote it
     * @throws Unavailable when it cannot be opened, read or written
     */
    public static Database open(Path file) {
        // What is open so far, the last one first.
        var opened = new ArrayDeque<AutoCloseable>();
        try {
            return open(file, opened);
        } catch (SQLException | IOException e) {
            closeAll(opened, e);
            throw new Unavailable("cannot open " + file + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            closeAll(opened, e);
            throw e;
        }
    }

    private static Database open(Path file, Deque<AutoCloseable> opened) throws SQLException, IOException {
        var session = writing("jdbc:sqlite:" + file);
        opened.push(session);
        // WAL with FULL: a commit is on the disk when it returns, power cut included, and readers never wait.
        session.rows("PRAGMA journal_mode = WAL", row -> row.getString(1));
        session.script("PRAGMA synchronous = FULL");
        session.script("PRAGMA wal_autocheckpoint = " + LONGEST_LOG);
        Schema.migrate(session, file.toString());
        var readers = new ArrayList<Session>();
        for (var i = 0; i < Readers.CONNECTIONS; i++) {
            readers.add(reading(file));
            opened.push(readers.getLast());
        }
        var copying = copying(file);
        opened.push(copying);
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        var checkpointer = new Checkpointer(Checkpointer.BEGIN, copying, channel);
        return new Database(
                new GroupCommit(session, checkpointer.turn()), new Readers(readers), Optional.of(checkpointer));
    }

    private static void closeAll(Deque<AutoCloseable> opened, Exception because) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                because.addSuppressed(e);
            }
        }
    }

    /** One that lives in memory and is used from the caller's thread: for runs that must be the same each time. */
    public static Database inMemory() {
        try {
            var session = writing("jdbc:sqlite::memory:");
            Schema.migrate(session, "memory");
            var direct = new DirectAccess(session);
            return new Database(direct, direct, Optional.empty());
        } catch (SQLException e) {
            throw new Unavailable("cannot open a database in memory", e);
        }
    }

    /** One that is written and read by way of these: for whoever stands between a pipeline and its file. */
    public static Database by(Writer writer, Reader reader) {
        return new Database(writer, reader, Optional.empty());
    }

    /**
     * The file beside a pipeline that runs on it: for a few changes of an operator. It waits for the pipeline's writes, as
     * they do for its own.
     *
     * @throws Unavailable when it cannot be opened, or another version wrote it
     */
    public static Database beside(Path file) {
        try {
            var session = writing("jdbc:sqlite:" + file);
            session.script("PRAGMA synchronous = FULL");
            if (Schema.version(session) != Schema.VERSION) {
                session.close();
                throw new Unavailable(file + " was written by another version of Sluice");
            }
            var direct = new DirectAccess(session);
            return new Database(direct, direct, Optional.empty());
        } catch (SQLException e) {
            throw new Unavailable("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    /** A look into the file from outside, beside a running pipeline or without one; it never writes. */
    public static Reader reader(Path file) {
        try {
            return new Readers(List.of(reading(file)));
        } catch (SQLException e) {
            throw new Unavailable("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    static Session writing(String url) throws SQLException {
        var config = new SQLiteConfig();
        // Nobody asks the driver for generated keys, which it otherwise looks up after every single statement.
        config.setGetGeneratedKeys(false);
        var session = new Session(config.createConnection(url));
        session.script("PRAGMA busy_timeout = " + BUSY_MILLIS);
        session.script("PRAGMA cache_size = -" + CACHE_KIBIBYTES);
        session.script("PRAGMA temp_store = MEMORY");
        return session;
    }

    static Session copying(Path file) throws SQLException {
        var session = new Session(new SQLiteConfig().createConnection("jdbc:sqlite:" + file));
        session.script("PRAGMA busy_timeout = " + BUSY_MILLIS);
        session.script("PRAGMA synchronous = FULL");
        return session;
    }

    private static Session reading(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return new Session(config.createConnection("jdbc:sqlite:" + file));
    }

    @Override
    public <T extends @Nullable Object> T write(Session.Work<T> work) {
        return writer.write(work);
    }

    @Override
    public void writeSometime(Session.Work<?> work) {
        writer.writeSometime(work);
    }

    @Override
    public <T> T read(Session.Work<T> work) {
        return reader.read(work);
    }

    /** In memory only: forgets what was not committed, as a process that ends does. */
    public void crash() {
        if (!(writer instanceof DirectAccess direct)) {
            throw new IllegalStateException("a file's crash is the process's");
        }
        direct.drop();
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
        // The last connection: with it, what is left of the log is copied, and the log is gone.
        checkpointer.ifPresent(Checkpointer::close);
    }

    /** The file was written by a newer program. */
    public static final class NewerFile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NewerFile(String file, int found, int known) {
            super(file + " was written by a newer Sluice (its layout is " + found + ", this one knows up to " + known
                    + "); start it with that version");
        }
    }
}
