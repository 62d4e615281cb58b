package dev.sluice.handlers.port;

import static dev.sluice.handlers.port.Samples.OCCURRED;
import static dev.sluice.handlers.port.Samples.RECEIVED;
import static dev.sluice.handlers.port.Samples.arrival;
import static dev.sluice.handlers.port.Samples.enriched;
import static dev.sluice.handlers.port.Samples.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.StoredTransaction.RecordedConflict;
import dev.sluice.handlers.port.StoredTransaction.Status;
import dev.sluice.handlers.port.TransactionArchive.Listing;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises, together with the archive that reads it. */
public abstract class TransactionStoreContract {

    private static final Instant EARLY = Instant.EPOCH;
    private static final Instant LATE = Instant.parse("2100-01-01T00:00:00Z");

    /** As many minor units as an amount can have; ten of them exceed 64 bits. */
    private static final long LARGEST = 999_999_999_999_999_999L;

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The store under test, empty at first and the same one for the whole test. */
    protected abstract TransactionStore store();

    /** The archive that reads what that store keeps. */
    protected abstract TransactionArchive archive();

    /**
     * What the store holds of an account's history, in any order: {@code entry TIME ID TYPE BILLED CURRENCY} for each
     * entry, {@code WIDTH START CURRENCY TYPE COUNT SUM} for each count of a bucket; times to the millisecond.
     */
    protected abstract List<String> history(String source, String accountId);

    @Test
    void whatIsStoredIsFoundAtOnceAsItWas() {
        var t = transaction("t-1");
        assertThat(store().store(arrival(t))).isEqualTo(new Storing.Stored());

        assertThat(archive().find(t.identity()))
                .contains(new StoredTransaction(
                        enriched(t),
                        Status.RECEIVED,
                        Optional.empty(),
                        RECEIVED,
                        Samples.STORED,
                        Samples.TRACE,
                        List.of()));
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
        var came = together(Collections.nCopies(50, arrival(t)));

        assertThat(came).hasSize(50);
        assertThat(came).filteredOn(Storing.Stored.class::isInstance).hasSize(1);
        assertThat(came).filteredOn(Storing.Duplicate.class::isInstance).hasSize(49);
    }

    @Test
    void ofManyContentsThatClaimAnIdentityOneIsStoredAndEveryOtherIsAConflict()
            throws InterruptedException, ExecutionException {
        var contents = IntStream.range(0, 5)
                .mapToObj(i -> transaction(new Identity("default", "t-1"), "account-" + i, OCCURRED, 100 + i))
                .toList();
        var arrivals = IntStream.range(0, 50)
                .mapToObj(i -> arrival(contents.get(i % contents.size())))
                .toList();
        var came = together(arrivals);

        var stored = archive().find(contents.getFirst().identity()).orElseThrow();
        assertThat(came).filteredOn(Storing.Stored.class::isInstance).hasSize(1);
        for (var i = 0; i < arrivals.size(); i++) {
            if (arrivals.get(i).enriched().equals(stored.enriched())) {
                assertThat(came.get(i)).isNotInstanceOf(Storing.Conflict.class);
            } else {
                assertThat(came.get(i))
                        .isEqualTo(new Storing.Conflict(stored.enriched().fingerprint()));
            }
        }
        assertThat(stored.conflicts())
                .extracting(RecordedConflict::fingerprint)
                .containsExactlyInAnyOrderElementsOf(contents.stream()
                        .map(content -> enriched(content).fingerprint())
                        .filter(fingerprint ->
                                !fingerprint.equals(stored.enriched().fingerprint()))
                        .toList());
        for (var content : contents) {
            assertThat(history("default", content.accountId()))
                    .hasSize(enriched(content).equals(stored.enriched()) ? 1 + Bucket.Width.values().length : 0);
        }
    }

    @Test
    void anAccountsHistoryIsWhatWasStoredWhateverElseArrived() {
        var random = new Random(20_260_102);
        var stored = new HashMap<String, Transaction>();
        for (var i = 0; i < 60; i++) {
            var t = transaction(
                    new Identity("default", "t-" + random.nextInt(40)),
                    "account-" + random.nextInt(2),
                    OCCURRED.plusSeconds(random.nextInt(7_200)),
                    random.nextBoolean() ? LARGEST : 1 + random.nextInt(1_000));
            store().store(arrival(t, RECEIVED.plusSeconds(i)));
            stored.putIfAbsent(t.identity().id(), t);
        }
        for (var account : List.of("account-0", "account-1")) {
            assertThat(history("default", account))
                    .containsExactlyInAnyOrderElementsOf(historyOf(stored.values().stream()
                            .filter(t -> t.accountId().equals(account))
                            .toList()));
        }
    }

    @Test
    void ofManyOnOneAccountAtTheSameMomentNoneIsLeftOutOfItsHistory() throws InterruptedException, ExecutionException {
        var many = IntStream.range(0, 40)
                .mapToObj(i -> transaction(new Identity("default", "t-" + i), "account-1", OCCURRED, LARGEST - i))
                .toList();
        var came = together(many.stream().map(Samples::arrival).toList());

        assertThat(came).hasSize(40).containsOnly(new Storing.Stored());
        assertThat(history("default", "account-1")).containsExactlyInAnyOrderElementsOf(historyOf(many));
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

    /** Stores all of them at the same moment, each from a thread of its own; what came of each, in their order. */
    private List<Storing> together(List<Arrival> arrivals) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<Future<Storing>>();
        try (var threads = Executors.newFixedThreadPool(arrivals.size())) {
            for (var arrival : arrivals) {
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return store().store(arrival);
                }));
            }
            start.countDown();
            var came = new ArrayList<Storing>();
            for (var outcome : outcomes) {
                came.add(outcome.get());
            }
            return came;
        }
    }

    /** By brute force: what a history is that holds these and nothing else. */
    private static List<String> historyOf(List<Transaction> transactions) {
        var lines = new ArrayList<String>();
        var counts = new HashMap<String, Integer>();
        var sums = new HashMap<String, BigInteger>();
        for (var t : transactions) {
            var kind = t.billed().currency().code() + " " + t.type().code();
            lines.add("entry " + MILLIS.format(t.occurredAt().start()) + " "
                    + t.identity().id() + " " + t.type().code() + " "
                    + t.billed().minor() + " " + t.billed().currency().code());
            for (var bucket : Bucket.holding(t.occurredAt().start())) {
                var counted = bucket.width() + " " + MILLIS.format(bucket.start()) + " " + kind;
                counts.merge(counted, 1, Integer::sum);
                sums.merge(counted, BigInteger.valueOf(t.billed().minor()), BigInteger::add);
            }
        }
        counts.forEach((counted, count) -> lines.add(counted + " " + count + " " + sums.get(counted)));
        return lines;
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
