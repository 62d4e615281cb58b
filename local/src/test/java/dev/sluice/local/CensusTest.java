package dev.sluice.local;

import static dev.sluice.local.Caller.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Pipeline;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted of a pipeline that stands still, with what a test puts on its way. */
class CensusTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void storeOne() {
        try (var pipeline = LocalPipeline.start(folder, 0);
                var caller = new Caller(pipeline.access())) {
            assertThat(caller.send(payment("t-1", "20000.00")).statusCode()).isEqualTo(202);
            Eventually.holds(() -> Census.waiting(folder).count() == 0
                    && caller.ask("/transactions/t-1").statusCode() == 200);
        }
    }

    private void change(String... statements) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("sluice.db"));
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.executeUpdate(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private HopCensus hop(String function) {
        return Census.read(folder, NOW).hops().stream()
                .filter(hop -> hop.function().equals(function))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatStandsStillWaitsForNothing() {
        var census = Census.read(folder, NOW);

        assertThat(census.hops()).extracting(HopCensus::function).containsExactly("processor", "enricher", "notifier");
        assertThat(census.hops())
                .allSatisfy(hop -> assertThat(hop).isEqualTo(new HopCensus(hop.function(), 0, 0, 0, 0, hop.oldest())));
        assertThat(census.waiting().count()).isZero();
        assertThat(census.waiting().oldestDue()).isEmpty();
        assertThat(census.progress().flagged()).isEqualTo(new Progress.Done(1, 0));
        // Large, and at night.
        assertThat(census.progress().alerts().all()).isEqualTo(2);
        assertThat(Census.read(folder, Instant.now()).progress().stored()).isEqualTo(new Progress.Done(1, 1));
    }

    @Test
    void whatIsUnsettledIsWhatWasAcceptedByThenWhateverCameSince() {
        change(
                "INSERT INTO topic_messages (number, topic, body, attributes, published_at_ms) VALUES (71, 't', '', '{}', 1000)",
                "INSERT INTO topic_messages (number, topic, body, attributes, published_at_ms) VALUES (72, 't', '', '{}', 2000)",
                "INSERT INTO deliveries (message, function, attempts, due_at_ms) VALUES (71, 'processor', 0, 1000)",
                "INSERT INTO deliveries (message, function, attempts, due_at_ms) VALUES (72, 'processor', 0, 2000)",
                "UPDATE transactions SET received_at_ms = 1500",
                "INSERT INTO stream_records SELECT 'enricher', 1, row FROM transactions",
                "INSERT INTO queue_messages (queue, body, sent_at_ms, visible_at_ms, receives, in_flight)"
                        + " VALUES ('notifications', '', 0, 0, 0, 0)");

        assertThat(List.of(999L, 1_000L, 1_499L, 1_500L, 2_000L))
                .extracting(at -> Census.unsettled(folder, Instant.ofEpochMilli(at)))
                .containsExactly(0L, 1L, 1L, 2L, 3L);
    }

    @Test
    void invocationsCountForTheirFunctionWhetherTheyWaitOrRun() {
        change(
                "INSERT INTO topic_messages (number, topic, body, attributes, published_at_ms) VALUES (71, 't', '', '{}', 1000)",
                "INSERT INTO topic_messages (number, topic, body, attributes, published_at_ms) VALUES (72, 't', '', '{}', 2000)",
                "INSERT INTO deliveries (message, function, attempts, due_at_ms, last_reason) VALUES (71, 'processor', 1, 5000, 'x')",
                "INSERT INTO deliveries (message, function, attempts, due_at_ms, leased_until_ms) VALUES (72, 'processor', 4, 6000, 7000)");

        assertThat(hop(Pipeline.PROCESSOR.name())).isEqualTo(new HopCensus("processor", 1, 1, 1, 0, oldest(1000)));
        var census = Census.read(folder, NOW);
        assertThat(census.waiting()).isEqualTo(new Waiting(2, 0, 0, oldest(5000), 4));
        assertThat(census.progress().accepted().all()).isEqualTo(3);
        assertThat(census.progress().stored().all()).isEqualTo(1);
    }

    @Test
    void aShardThatRunsHasNoMoreInFlightThanItIsNarrowedTo() {
        change(
                "UPDATE transactions SET stored_at_ms = 3000",
                "INSERT INTO stream_records SELECT 'enricher', 1, row FROM transactions",
                "UPDATE stream_shards SET leased_until_ms = 9000, last_reason = 'x', attempts = 2, due_at_ms = 4000 WHERE shard = 1");

        assertThat(hop(Pipeline.ENRICHER.name())).isEqualTo(new HopCensus("enricher", 0, 1, 1, 0, oldest(3000)));
        assertThat(Census.waiting(folder)).isEqualTo(new Waiting(0, 1, 0, oldest(4000), 2));
    }

    @Test
    void messagesOfTheQueueCountForTheNotifierAndSoDoItsDeadLetters() {
        change(
                "INSERT INTO queue_messages (queue, body, sent_at_ms, visible_at_ms, receives, in_flight) VALUES ('notifications', '', 1000, 8000, 3, 1)",
                "INSERT INTO queue_messages (queue, body, sent_at_ms, visible_at_ms, receives, in_flight, last_reason) VALUES ('notifications', '', 2000, 9000, 1, 0, 'x')",
                "INSERT INTO dead_letters (queue, function, payload, reason, attempts, first_failed_at_ms, last_failed_at_ms) VALUES ('notifications-dlq', 'notifier', '', 'x', 5, 1, 1)");

        assertThat(hop(Pipeline.NOTIFIER.name())).isEqualTo(new HopCensus("notifier", 1, 1, 1, 1, oldest(1000)));
        assertThat(Census.waiting(folder)).isEqualTo(new Waiting(0, 0, 2, oldest(8000), 3));
    }

    private static Optional<Instant> oldest(long millis) {
        return Optional.of(Instant.ofEpochMilli(millis));
    }
}
