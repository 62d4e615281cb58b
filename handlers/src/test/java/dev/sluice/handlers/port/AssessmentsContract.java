package dev.sluice.handlers.port;

import static dev.sluice.handlers.port.Samples.arrival;
import static dev.sluice.handlers.port.Samples.assessment;
import static dev.sluice.handlers.port.Samples.enriched;
import static dev.sluice.handlers.port.Samples.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.StoredTransaction.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everything that keeps assessments promises, together with the store and the archive beside it. */
public abstract class AssessmentsContract {

    private static final Instant AT = Instant.parse("2026-01-02T03:05:02.345Z");

    /** The store that the transactions are in, empty at first and the same one for the whole test. */
    protected abstract TransactionStore store();

    /** The archive that reads what that store and the assessments keep. */
    protected abstract TransactionArchive archive();

    /** The assessments under test. */
    protected abstract Assessments assessments();

    @Test
    void whatIsWrittenIsFoundAtOnceWithTheTransactionAsItWas() {
        var t = stored("t-1");
        assertThat(assessments().write(t.identity(), assessment(40, false), AT)).isEqualTo(new Assessing.Written());

        assertThat(archive().find(t.identity()))
                .contains(new StoredTransaction(
                        enriched(t),
                        Status.ENRICHED,
                        Optional.of(assessment(40, false)),
                        Samples.RECEIVED,
                        Samples.STORED,
                        Samples.TRACE,
                        List.of()));
        assertThat(listed(t)).isEqualTo(found(t));
    }

    @Test
    void aTransactionOfFlaggedRiskIsFlagged() {
        var t = stored("t-1");
        assertThat(assessments().write(t.identity(), assessment(90, true), AT)).isEqualTo(new Assessing.Written());
        assertThat(found(t)).satisfies(found -> {
            assertThat(found.status()).isEqualTo(Status.FLAGGED);
            assertThat(found.assessment()).contains(assessment(90, true));
        });
    }

    @Test
    void aSecondAssessmentChangesNothingAndIsToldTheFirst() {
        var t = stored("t-1");
        assessments().write(t.identity(), assessment(90, true), AT);
        var before = found(t);

        for (var second : List.of(assessment(90, true), assessment(10, false))) {
            assertThat(assessments().write(t.identity(), second, AT.plusSeconds(1)))
                    .isEqualTo(new Assessing.WrittenBefore(assessment(90, true)));
        }
        assertThat(found(t)).isEqualTo(before);
    }

    @Test
    void ofManyWhoAssessATransactionAtTheSameMomentOneIsWrittenAndAllOthersAreToldIt()
            throws InterruptedException, ExecutionException {
        var t = stored("t-1");
        var writers = IntStream.range(0, 50)
                .<Callable<Assessing>>mapToObj(i ->
                        () -> assessments().write(t.identity(), assessment(i, i % 2 == 0), AT))
                .toList();
        var written = 0;
        try (var threads = Executors.newFixedThreadPool(writers.size())) {
            for (var came : threads.invokeAll(writers)) {
                var kept = found(t).assessment().orElseThrow();
                switch (came.get()) {
                    case Assessing.Written() -> written++;
                    case Assessing.WrittenBefore(var stored) ->
                        assertThat(stored).isEqualTo(kept);
                }
            }
        }
        assertThat(written).isEqualTo(1);
    }

    @Test
    void aFlaggedTransactionOfWhichAllIsToldIsNotified() {
        var t = stored("t-1");
        assessments().write(t.identity(), assessment(90, true), AT);
        assessments().notified(t.identity());
        assessments().notified(t.identity());

        assertThat(found(t)).satisfies(found -> {
            assertThat(found.status()).isEqualTo(Status.NOTIFIED);
            assertThat(found.assessment()).contains(assessment(90, true));
        });
        assertThat(assessments().write(t.identity(), assessment(10, false), AT))
                .isEqualTo(new Assessing.WrittenBefore(assessment(90, true)));
        assertThat(found(t).status()).isEqualTo(Status.NOTIFIED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTransactionThatIsNotFlaggedIsNeverNotified(boolean assessed) {
        var t = stored("t-1");
        if (assessed) {
            assessments().write(t.identity(), assessment(10, false), AT);
        }
        var before = found(t);
        assessments().notified(t.identity());
        assertThat(found(t)).isEqualTo(before);
    }

    @Test
    void markingWhatIsNotStoredStoresNothing() {
        assessments().notified(new Identity("default", "none"));
        assertThat(archive().find(new Identity("default", "none"))).isEmpty();
        assertThat(store().store(arrival(transaction("none")))).isEqualTo(new Storing.Stored());
        assertThat(found(transaction("none")).status()).isEqualTo(Status.RECEIVED);
    }

    @Test
    void conflictsStayBesideWhateverIsFoundOut() {
        var t = stored("t-1");
        var other = transaction(t.identity(), "account-1", Samples.OCCURRED, 9_999);
        store().store(arrival(other));
        var conflicts = found(t).conflicts();
        assertThat(conflicts).hasSize(1);

        assessments().write(t.identity(), assessment(90, true), AT);
        assertThat(found(t).conflicts()).isEqualTo(conflicts);
        assertThat(store().store(arrival(t))).isEqualTo(new Storing.Duplicate());
        store().store(arrival(other, Samples.RECEIVED.plusSeconds(1)));
        assessments().notified(t.identity());

        assertThat(found(t)).satisfies(found -> {
            assertThat(found.conflicts()).hasSize(2);
            assertThat(found.status()).isEqualTo(Status.NOTIFIED);
            assertThat(found.assessment()).contains(assessment(90, true));
        });
    }

    @Test
    void otherTransactionsAreLeftAsTheyAre() {
        var t = stored("t-1");
        var other = stored("t-2");
        var theirs = transaction(new Identity("theirs", "t-1"), "account-1", Samples.OCCURRED, 1_234);
        store().store(arrival(theirs));
        assessments().write(t.identity(), assessment(90, true), AT);
        assessments().notified(t.identity());
        assertThat(found(other).status()).isEqualTo(Status.RECEIVED);
        assertThat(found(theirs).status()).isEqualTo(Status.RECEIVED);
        assertThat(found(theirs).assessment()).isEmpty();
    }

    private Transaction stored(String id) {
        var t = transaction(id);
        assertThat(store().store(arrival(t))).isEqualTo(new Storing.Stored());
        return t;
    }

    private StoredTransaction found(Transaction transaction) {
        return archive().find(transaction.identity()).orElseThrow();
    }

    private StoredTransaction listed(Transaction transaction) {
        var at = transaction.occurredAt().start();
        return archive()
                .ofAccount(new TransactionArchive.Listing(
                        transaction.identity().source(),
                        transaction.accountId(),
                        at,
                        at.plusMillis(1),
                        10,
                        Optional.empty()))
                .transactions()
                .getFirst();
    }
}
