package dev.sluice.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.port.DeadLetters;
import dev.sluice.handlers.port.DeadLettersContract;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.SqliteDeadLetters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeadLettersTest extends DeadLettersContract {

    private final InstantSource clock = InstantSource.system();

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

    @Override
    protected DeadLetters letters() {
        return new SqliteDeadLetters(database, Pipeline.PROCESSOR_DEAD_LETTERS.name(), clock);
    }

    @Override
    protected String giveUp(int number, String reason) {
        new SqliteTransactionTopic(database, Pipeline.BLUEPRINT, Pipeline.TRANSACTIONS_TOPIC, clock, Handover.NONE)
                .publish(Samples.announcement(Samples.transaction("t-" + number)));
        var events = new ArrayList<String>();
        var failing = new Invocation(
                Pipeline.PROCESSOR,
                (in, out, context) -> {
                    events.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    throw new Unavailable(reason);
                },
                clock);
        var engine = new Engine(database, List.of(failing), Runnable::run, clock);
        // Each attempt is due a minute or two after the one before: an hour's steps reach the last one.
        for (var minute = 0; minute < 60 && events.size() < 3; minute++) {
            engine.step(clock.instant().plus(Duration.ofMinutes(minute)));
        }
        return events.getLast();
    }

    @Test
    void theLettersOfAnotherQueueAreNotTaken() {
        giveUp(1, "why");
        var other = new SqliteDeadLetters(database, Pipeline.PROCESSOR_UNDELIVERED.name(), clock);
        assertThat(other.take(10, Duration.ofMinutes(1))).isEmpty();
    }
}
