package dev.sluice.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.Eventually;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointerTest {

    private static final int BEGIN = 50;
    private static final int PAGE_BYTES = 4_096;

    @TempDir
    Path folder;

    private final AtomicInteger rows = new AtomicInteger();
    private Path file;
    private Session session;
    private Checkpointer checkpointer;
    private GroupCommit writer;

    @BeforeEach
    void open() throws SQLException, IOException {
        file = folder.resolve("test.db");
        session = Database.writing("jdbc:sqlite:" + file);
        session.rows("PRAGMA journal_mode = WAL", row -> row.getString(1));
        session.script("PRAGMA wal_autocheckpoint = 0");
        session.script("CREATE TABLE pages (number INTEGER PRIMARY KEY, filling TEXT NOT NULL)");
        checkpointer =
                new Checkpointer(BEGIN, Database.copying(file), FileChannel.open(file, StandardOpenOption.WRITE));
        writer = new GroupCommit(session, checkpointer.turn());
    }

    @AfterEach
    void close() {
        writer.close();
        checkpointer.close();
    }

    @Test
    void aLogThatIsLongIsCopiedAndBeginsAnew() {
        Eventually.holds(this::theLogBeginsAnewWithTheNextRows);

        assertThat(pages()).isEqualTo(rows.get());
    }

    @Test
    void manyWhoWriteMeanwhileKeepTheirTurnsAndNothingIsLost() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.rangeClosed(1, 40)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> write(100)))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
        Eventually.holds(() -> log().left() < BEGIN);

        assertThat(pages()).isEqualTo(4_000);
    }

    @Test
    void whileSomebodyLooksAtAnOldMomentTheLogGrowsAndThenBeginsAnew() throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("BEGIN");
            try (var rows = statement.executeQuery("SELECT count(*) FROM pages")) {
                assertThat(rows.getLong(1)).isZero();
            }
            write(3 * BEGIN);
            try (var rows = statement.executeQuery("SELECT count(*) FROM pages")) {
                assertThat(rows.getLong(1)).as("seen at the old moment").isZero();
            }
            assertThat(log().pages()).isGreaterThan(3 * BEGIN);
            statement.execute("COMMIT");
        }
        Eventually.holds(this::theLogBeginsAnewWithTheNextRows);

        assertThat(pages()).isEqualTo(rows.get());
    }

    @Test
    void closingLeavesOneWholeFile() {
        write(3 * BEGIN);
        close();

        assertThat(folder.resolve("test.db-wal")).doesNotExist();
        assertThat(pages()).isEqualTo(3 * BEGIN);
    }

    private boolean theLogBeginsAnewWithTheNextRows() {
        var before = log().pages();
        write(10);
        return log().pages() < before;
    }

    /** One row a commit, each of which fills a page and a bit. */
    private void write(int count) {
        for (var i = 0; i < count; i++) {
            var row = rows.incrementAndGet();
            writer.write(s -> s.change("INSERT INTO pages VALUES (?, ?)", row, "x".repeat(PAGE_BYTES)));
        }
    }

    /**
     * The log as it is.
     *
     * @param left those of its pages that are still to be copied
     */
    private record Log(int pages, int left) {}

    private Log log() {
        return ask("PRAGMA wal_checkpoint(NOOP)", rows -> new Log(rows.getInt(2), rows.getInt(2) - rows.getInt(3)));
    }

    private long pages() {
        return ask("SELECT count(*) FROM pages", rows -> rows.getLong(1));
    }

    private <T> T ask(String sql, Session.Row<T> row) {
        try (var other = Database.copying(file)) {
            // A connection that has read nothing does not know that there is a log.
            Schema.version(other);
            return other.row(sql, row).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
