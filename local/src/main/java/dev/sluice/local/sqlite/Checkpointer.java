package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.Unavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Copies the write-ahead log into the file beside the writer, by a connection and a thread of its own, so that no commit
 * has to: a commit that copies keeps everybody waiting for some hundred random writes and two syncs.
 *
 * <p>The log begins anew only at a moment when all of it is copied. So the last few pages are copied in a turn that the
 * writer gives up, between two of its groups; what was copied before is on the disk by then, since SQLite leaves that to the
 * round that ends the log. Where a reader looks at an old moment for long, the log grows until it is done, as SQLite has it.
 *
 * @see <a href="https://sqlite.org/wal.html#avoiding_excessively_large_wal_files">SQLite on checkpoints</a>
 */
final class Checkpointer implements AutoCloseable {

    /** Pages in the log at which it begins to copy, where nothing else is said: 32 MB. */
    static final int BEGIN = 8_000;

    /** So few pages may be left for the turn that it takes from the writer. */
    private static final int FEW = 500;

    /** A log that is written as fast as it is copied, or that a reader holds, must not keep it from the turn that ends it. */
    private static final int MOST_ROUNDS = 8;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final int begin;
    private final Session session;
    private final FileChannel file;
    private final Lock turn = new ReentrantLock(true);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /**
     * A thread that begins at once.
     *
     * @param begin at so many pages in the log that are still to be copied
     * @param session a connection that nobody else uses, to a file in WAL mode
     * @param file the same file, closed here: that takes with it every lock that the process holds on it (POSIX), so this is
     *     closed after all other connections
     */
    Checkpointer(int begin, Session session, FileChannel file) {
        this.begin = begin;
        this.session = session;
        this.file = file;
        this.thread = Thread.ofPlatform().name("sluice-checkpoint").daemon(true).start(this::run);
    }

    /** Whoever writes holds it from the beginning of a transaction to its end. */
    Lock turn() {
        return turn;
    }

    private void run() {
        try {
            // A connection that has read nothing does not know that there is a log.
            Schema.version(session);
            do {
                look();
            } while (!stopping.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (SQLException | InterruptedException e) {
            // The writer's own checkpoint takes over, at a longer log.
            return;
        }
    }

    private void look() {
        try {
            if (left("NOOP") >= begin) {
                copy();
            }
        } catch (SQLException | IOException e) {
            // A full disk, say. Nothing is lost, all of it is in the log; the next look tries again.
            return;
        }
    }

    private void copy() throws SQLException, IOException {
        var left = Integer.MAX_VALUE;
        var before = left;
        for (var round = 0; round < MOST_ROUNDS && left > FEW && left <= before; round++) {
            before = left;
            left = left("PASSIVE");
            file.force(false);
        }
        turn.lock();
        try {
            left("PASSIVE");
        } finally {
            turn.unlock();
        }
    }

    /** Has the log copied, or only looked at; how many of its pages are still to be copied. */
    private int left(String mode) throws SQLException {
        return session.row("PRAGMA wal_checkpoint(" + mode + ")", row -> row.getInt(2) - row.getInt(3))
                .orElse(0);
    }

    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(LONGEST_STOP);
            session.close();
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | IOException e) {
            throw new Unavailable("the file did not close", e);
        }
    }
}
