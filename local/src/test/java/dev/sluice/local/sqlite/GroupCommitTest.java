package dev.sluice.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.handlers.port.Unavailable;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

    private static final String INSERT =
            "INSERT INTO dead_letters (queue, function, payload, reason, attempts, first_failed_at_ms, last_failed_at_ms)"
                    + " VALUES (?, 'f', 'p', 'r', 1, 0, 0)";

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("test.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFileThatIsFullRefusesAndGoesOnByItselfOnceThereIsRoom() {
        var padding = "x".repeat(10_000);
        database.write(session -> {
            session.script("PRAGMA max_page_count = 60");
            return 0;
        });
        var written = 0;
        for (var refused = 0; refused < 5; ) {
            try {
                database.write(session -> session.change(INSERT, padding));
                written++;
            } catch (Unavailable full) {
                refused++;
            }
        }
        database.write(session -> {
            session.script("PRAGMA max_page_count = 1000000");
            return 0;
        });
        database.write(session -> session.change(INSERT, padding));

        assertThat(written).isPositive();
        assertThat(database.<Integer>read(
                        session -> session.row("SELECT count(*) FROM dead_letters", row -> row.getInt(1))
                                .orElseThrow()))
                .isEqualTo(written + 1);
    }

    @Test
    void aFileThatSomebodyElseHoldsRefusesAndGoesOnByItselfOnceItIsLetGo() throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
                var statement = other.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> database.write(session -> session.change(INSERT, "held")))
                    .isInstanceOf(Unavailable.class);
            statement.executeUpdate("ROLLBACK");
        }
        assertThat(database.<Integer>write(session -> session.change(INSERT, "free")))
                .isEqualTo(1);
    }

    @Test
    void aTaskThatFailsTakesNothingElseOfItsGroupWithIt() throws InterruptedException, ExecutionException {
        var hold = new CountDownLatch(1);
        var outcomes = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // The writer is held by the first, so that the others gather to one group.
            var first = threads.submit(() -> database.write(session -> {
                await(hold);
                return 0;
            }));
            for (var i = 0; i < 20; i++) {
                var fails = i % 5 == 0;
                outcomes.add(threads.submit(() -> database.write(session -> {
                    var changed = session.change(INSERT, "q");
                    if (fails) {
                        session.change("INSERT INTO no_such_table VALUES (1)");
                    }
                    return changed;
                })));
            }
            hold.countDown();
            assertThat(first.get()).isZero();
        }
        var failed =
                outcomes.stream().filter(o -> o.state() == Future.State.FAILED).toList();
        assertThat(failed)
                .hasSize(4)
                .allSatisfy(o -> assertThat(o.exceptionNow()).isInstanceOf(Unavailable.class));
        assertThat(rows()).isEqualTo(16);
    }

    @Test
    void moreThanTheQueueHoldsIsRefusedAtOnce() throws InterruptedException {
        var hold = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        database.writeSometime(session -> {
            held.countDown();
            await(hold);
            return 0;
        });
        held.await();
        for (var i = 0; i < GroupCommit.LONGEST_QUEUE; i++) {
            database.writeSometime(session -> session.change(INSERT, "q"));
        }
        assertThatThrownBy(() -> database.write(session -> session.change(INSERT, "late")))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("too many");
        hold.countDown();
        database.close();
        open();
        assertThat(rows()).isEqualTo(GroupCommit.LONGEST_QUEUE);
    }

    @Test
    void whatComesAfterTheCloseIsRefusedAndWhatCameBeforeIsKept() {
        database.write(session -> session.change(INSERT, "q"));
        database.writeSometime(session -> session.change(INSERT, "q"));
        database.close();
        assertThatThrownBy(() -> database.write(session -> session.change(INSERT, "q")))
                .isInstanceOf(Unavailable.class);
        open();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void openingAgainMigratesNothingTwice() {
        database.write(session -> session.change(INSERT, "q"));
        database.close();
        open();
        assertThat(database.<Integer>read(Schema::version)).isEqualTo(Schema.VERSION);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aReaderChangesNothing() {
        assertThatThrownBy(() -> database.read(session -> session.change(INSERT, "q")))
                .isInstanceOf(Unavailable.class);
    }

    private long rows() {
        return database.read(session -> session.row("SELECT count(*) FROM dead_letters", row -> row.getLong(1))
                .orElseThrow());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
