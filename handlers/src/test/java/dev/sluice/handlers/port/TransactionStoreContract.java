package dev.sluice.handlers.port;

import static dev.sluice.handlers.port.Samples.OCCURRED;
import static dev.sluice.handlers.port.Samples.RECEIVED;
import static dev.sluice.handlers.port.Samples.arrival;
import static dev.sluice.handlers.port.Samples.enriched;
import static dev.sluice.handlers.port.Samples.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.port.StoredTransaction.RecordedConflict;
import dev.sluice.handlers.port.StoredTransaction.Status;
import dev.sluice.handlers.port.TransactionArchive.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store promises, together with the archive that reads it. */
public abstract class TransactionStoreContract {

    private static final Instant EARLY = Instant.EPOCH;
    private static final Instant LATE = Instant.parse("2100-01-01T00:00:00Z");

    /** The store under test, empty at first and the same one for the whole test. */
    protected abstract TransactionStore store();

    /** The archive that reads what that store keeps. */
    protected abstract TransactionArchive archive();

    @Test
    void whatIsStoredIsFoundAtOnceAsItWas() {
        var t = transaction("t-1");
        assertThat(store().store(arrival(t))).isEqualTo(new Storing.Stored());

        assertThat(archive().find(t.identity()))
                .contains(new StoredTransaction(
                        enriched(t), Status.RECEIVED, RECEIVED, Samples.STORED, Samples.TRACE, List.of()));
    }

    @Test
    void whatIsNotStoredIsNotFound() {
        assertThat(archive().find(new Identity("default", "none"))).isEmpty();
        assertThat(archive().ofAccount(listing("none", 10, Optional.empty())).transactions())
                .isEmpty();
    }

    @Test
    void theSameContentAgainIsADuplicateAndChangesNothing() {
        var t = transaction("t-1");
        store().store(arrival(t));
        var before = archive().find(t.identity());

        assertThat(store().store(arrival(t, RECEIVED.plusSeconds(60)))).isEqualTo(new Storing.Duplicate());
        assertThat(archive().find(t.identity())).isEqualTo(before);
        assertThat(archive()
                        .ofAccount(listing("account-1", 10, Optional.empty()))
                        .transactions())
                .hasSize(1);
    }

    @Test
    void otherContentUnderTheSameIdentityIsAConflictRecordedOnce() {
        var t = transaction("t-1");
        var other = transaction(t.identity(), "account-1", OCCURRED, 9_999);
        store().store(arrival(t));
        var conflict = new Storing.Conflict(enriched(t).fingerprint());

        assertThat(store().store(arrival(other))).isEqualTo(conflict);
        assertThat(store().store(arrival(other))).isEqualTo(conflict);

        var found = archive().find(t.identity()).orElseThrow();
        assertThat(found.enriched()).isEqualTo(enriched(t));
        assertThat(found.conflicts())
                .containsExactly(new RecordedConflict(enriched(other).fingerprint(), RECEIVED));
    }

    @Test
    void conflictsOfOtherArrivalsAreRecordedEachOldestFirst() {
        var t = transaction("t-1");
        var other = transaction(t.identity(), "account-1", OCCURRED, 9_999);
        store().store(arrival(t));
        store().store(arrival(other, RECEIVED.plusSeconds(2)));
        store().store(arrival(other, RECEIVED.plusSeconds(1)));

        assertThat(archive().find(t.identity()).orElseThrow().conflicts())
                .extracting(RecordedConflict::receivedAt)
                .containsExactly(RECEIVED.plusSeconds(1), RECEIVED.plusSeconds(2));
    }

    @Test
    void ofManyWhoClaimAnIdentityAtTheSameMomentExactlyOneIsStored() throws InterruptedException, ExecutionException {
        var t = transaction("t-1");
        var claims = 50;
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<Future<Storing>>();
        try (var threads = Executors.newFixedThreadPool(claims)) {
            for (var i = 0; i < claims; i++) {
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return store().store(arrival(t));
                }));
            }
            start.countDown();
            var came = new ArrayList<Storing>();
            for (var outcome : outcomes) {
                came.add(outcome.get());
            }
            assertThat(came).filteredOn(Storing.Stored.class::isInstance).hasSize(1);
            assertThat(came).filteredOn(Storing.Duplicate.class::isInstance).hasSize(claims - 1);
        }
    }

    @Test
    void sourcesNeverDisturbEachOther() {
        var mine = transaction(new Identity("mine", "t-1"), "account-1", OCCURRED, 100);
        var theirs = transaction(new Identity("theirs", "t-1"), "account-1", OCCURRED, 200);
        assertThat(store().store(arrival(mine))).isEqualTo(new Storing.Stored());
        assertThat(store().store(arrival(theirs))).isEqualTo(new Storing.Stored());

        assertThat(archive().find(mine.identity()).orElseThrow().enriched()).isEqualTo(enriched(mine));
        var page = archive().ofAccount(new Listing("mine", "account-1", EARLY, LATE, 10, Optional.empty()));
        assertThat(ids(page)).containsExactly("t-1");
        assertThat(page.transactions().getFirst().enriched()).isEqualTo(enriched(mine));
    }

    @Test
    void accountsNeverDisturbEachOther() {
        store().store(arrival(transaction(new Identity("default", "a"), "account-1", OCCURRED, 100)));
        store().store(arrival(transaction(new Identity("default", "b"), "account-2", OCCURRED, 200)));

        assertThat(ids(archive().ofAccount(listing("account-1", 10, Optional.empty()))))
                .containsExactly("a");
        assertThat(ids(archive().ofAccount(listing("account-2", 10, Optional.empty()))))
                .containsExactly("b");
    }

    @Test
    void pagesHoldEachTransactionOnceInTheOrderItHappenedThenOfItsId() {
        var expected = new ArrayList<String>();
        var arrivals = new ArrayList<Arrival>();
        for (var second = 0; second < 4; second++) {
            for (var id : List.of("A", "Z", "a", "z")) {
                var name = id + second;
                expected.add(name);
                arrivals.add(arrival(
                        transaction(new Identity("default", name), "account-1", OCCURRED.plusSeconds(second), 100)));
            }
        }
        Collections.reverse(arrivals);
        arrivals.forEach(store()::store);

        for (var limit : List.of(1, 3, 4, 16, 100)) {
            var seen = new ArrayList<String>();
            var after = Optional.<TransactionArchive.Position>empty();
            do {
                var page = archive().ofAccount(listing("account-1", limit, after));
                assertThat(page.transactions()).hasSizeBetween(1, limit);
                seen.addAll(ids(page));
                after = page.next();
            } while (after.isPresent());
            assertThat(seen).as("pages of %s", limit).isEqualTo(expected);
        }
    }

    @Test
    void aListingHoldsItsFirstMomentAndNotItsLast() {
        for (var second = 0; second < 3; second++) {
            store().store(arrival(transaction(
                    new Identity("default", "t-" + second), "account-1", OCCURRED.plusSeconds(second), 100)));
        }
        var page = archive()
                .ofAccount(new Listing(
                        "default", "account-1", OCCURRED, OCCURRED.plus(Duration.ofSeconds(2)), 10, Optional.empty()));
        assertThat(ids(page)).containsExactly("t-0", "t-1");
        assertThat(page.next()).isEmpty();
    }

    private static Listing listing(String account, int limit, Optional<TransactionArchive.Position> after) {
        return new Listing("default", account, EARLY, LATE, limit, after);
    }

    private static List<String> ids(TransactionArchive.Page page) {
        return page.transactions().stream()
                .map(s -> s.enriched().transaction().identity().id())
                .toList();
    }
}
