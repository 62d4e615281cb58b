package dev.sluice.handlers.port;

import static dev.sluice.domain.transaction.TransactionType.CHARGEBACK;
import static dev.sluice.domain.transaction.TransactionType.REFUND;
import static dev.sluice.handlers.port.Samples.OCCURRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every history promises: exactly what looking at every single stored transaction gives. */
public abstract class AccountHistoryContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:05:01.789Z");
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** As many minor units as an amount can have; ten of them exceed 64 bits. */
    private static final long LARGEST = 999_999_999_999_999_999L;

    private final List<Transaction> stored = new ArrayList<>();

    /** The store that the history under test is kept by, empty at first and the same one for the whole test. */
    protected abstract TransactionStore store();

    /** The history under test. */
    protected abstract AccountHistory history();

    @Test
    void anAccountsFirstTransactionHasNothingBeforeItAndIsFirstSeenWithAll() {
        var first = keep(Draft.of("t-1"));

        assertThat(history().of(first, NOW)).satisfies(facts -> {
            assertThat(facts.asOf()).isEqualTo(new AsOf(1, NOW));
            assertThat(facts.previousAt()).isEmpty();
            assertThat(facts.firstSeen()).containsExactlyInAnyOrder(Seen.Kind.values());
            assertThat(facts.alike()).isEmpty();
            assertThat(facts.rates()).isEmpty();
            assertThat(facts.original()).isEmpty();
        });
        assertEveryFactHolds();
    }

    @ParameterizedTest
    @EnumSource(Window.class)
    void aWindowHoldsItsLastMillisecondAndNotTheOneBeforeItsFirst(Window window) {
        var begin = OCCURRED.minus(window.length());
        keep(Draft.of("out").at(begin).amount(1, "GBP"));
        keep(Draft.of("first").at(begin.plus(MILLI)).amount(10, "GBP"));
        keep(Draft.of("same").at(OCCURRED).amount(1_000, "GBP"));
        keep(Draft.of("after").at(OCCURRED.plus(MILLI)).amount(10_000, "GBP"));
        var it = keep(Draft.of("it").at(OCCURRED).amount(100, "GBP"));

        assertThat(history().of(it, NOW).windows().get(window))
                .extracting(Activity::count, activity -> activity.sum().toPlainString())
                .containsExactly(tuple(3L, "11.10"));
        assertEveryFactHolds();
    }

    @Test
    void aWindowThatBeginsAndEndsOnWholeSecondsMinutesHoursAndDaysIsNoOther() {
        var ends = new ArrayList<Transaction>();
        for (var end : List.of(
                Instant.parse("2026-03-01T00:00:00.000Z"),
                Instant.parse("2026-03-01T12:00:00.000Z"),
                Instant.parse("2026-03-01T12:30:00.000Z"),
                Instant.parse("2026-03-01T12:30:30.000Z"),
                Instant.parse("2026-02-28T23:59:59.999Z"),
                // Blocks of 32 days are counted from the epoch: one begins here.
                Instant.ofEpochMilli(32L * 86_400_000L * 640L))) {
            for (var window : Window.values()) {
                for (var around : List.of(Duration.ZERO, MILLI, MILLI.negated())) {
                    var at = end.minus(window.length()).plus(around);
                    keep(Draft.of("t-" + stored.size()).at(at).amount(1L + stored.size(), "GBP"));
                }
            }
            ends.add(keep(Draft.of("t-" + stored.size()).at(end).amount(1L + stored.size(), "GBP")));
        }
        assertThat(ends).isNotEmpty().allSatisfy(this::assertFactsHold);
    }

    @Test
    void timesBeforeTheEpochAreTimesLikeOthers() {
        var epoch = Instant.EPOCH;
        keep(Draft.of("t-1").at(epoch.minus(Duration.ofDays(30))));
        keep(Draft.of("t-2").at(epoch.minus(Duration.ofDays(30)).plus(MILLI)));
        keep(Draft.of("t-3").at(epoch.minus(MILLI)));
        keep(Draft.of("t-4").at(epoch));
        keep(Draft.of("t-5").at(epoch.plus(MILLI)));
        assertEveryFactHolds();
    }

    @Test
    void billingCurrenciesAreCountedApartInTheOrderOfTheirCodes() {
        keep(Draft.of("t-1").amount(100, "JPY"));
        keep(Draft.of("t-2").amount(100, "EUR").billed(87, "GBP"));
        keep(Draft.of("t-3").amount(200, "GBP"));
        var it = keep(Draft.of("t-4").amount(1_000, "BHD"));

        assertThat(history().of(it, NOW).windows().get(Window.HOUR))
                .extracting(activity -> activity.sum().currency().code(), Activity::count)
                .containsExactly(tuple("BHD", 1L), tuple("GBP", 2L), tuple("JPY", 1L));
        assertEveryFactHolds();
    }

    @Test
    void everyTypeCounts() {
        for (var type : TransactionType.values()) {
            keep(
                    type.namesOriginal()
                            ? Draft.of("t-" + type).undoing("none", type)
                            : Draft.of("t-" + type).type(type));
        }
        assertEveryFactHolds();
    }

    @Test
    void sumsBeyondSixtyFourBitsDoNotWrap() {
        for (var i = 0; i < 12; i++) {
            keep(Draft.of("t-" + i).at(OCCURRED.plusMillis(i)).amount(LARGEST, "GBP"));
        }
        assertThat(history()
                        .of(stored.getLast(), NOW)
                        .windows()
                        .get(Window.MONTH)
                        .getFirst()
                        .sum()
                        .minor())
                .isEqualTo(BigInteger.valueOf(LARGEST).multiply(BigInteger.valueOf(12)));
        assertEveryFactHolds();
    }

    @Test
    void whatArrivesOutOfOrderIsCountedWhereItOccurred() {
        for (var minutes : List.of(0, -90, 5, -5, -1_500, 70, -44_000)) {
            keep(Draft.of("t" + minutes).at(OCCURRED.plus(Duration.ofMinutes(minutes))));
        }
        assertEveryFactHolds();
    }

    @Test
    void thePreviousOneIsTheLastBeforeItAndAtTheSameMomentTheOneOfTheIdBeforeIt() {
        keep(Draft.of("b").at(OCCURRED));
        keep(Draft.of("a").at(OCCURRED));
        keep(Draft.of("Z").at(OCCURRED));
        keep(Draft.of("b.").at(OCCURRED));
        keep(Draft.of("b-").at(OCCURRED));
        keep(Draft.of("later").at(OCCURRED.plus(MILLI)));
        assertThat(history().of(stored.get(2), NOW).previousAt()).isEmpty();
        assertThat(history().of(stored.get(0), NOW).previousAt()).contains(OCCURRED);

        keep(Draft.of("earlier").at(OCCURRED.minus(Duration.ofDays(4_000))));
        assertThat(history().of(stored.get(2), NOW).previousAt()).contains(OCCURRED.minus(Duration.ofDays(4_000)));
        assertEveryFactHolds();
    }

    @Test
    void theOneStoredFirstWithAThingIsFirstSeenWithItHoweverLateItIsLookedAt() {
        var late = keep(Draft.of("t-1").at(OCCURRED.plusSeconds(60)));
        var early = keep(Draft.of("t-2").at(OCCURRED));
        var elsewhere = keep(Draft.of("t-3").merchant("Café", Optional.of("FR")).amount(500, "EUR"));
        var noCountry = keep(Draft.of("t-4").merchant("Kiosk", Optional.empty()));
        var again = keep(Draft.of("t-5").merchant("Kiosk", Optional.of("FR")));
        var bare = keep(Draft.of("t-6").withoutMerchant().amount(7, "JPY"));

        assertThat(history().of(late, NOW).firstSeen()).containsExactlyInAnyOrder(Seen.Kind.values());
        assertThat(history().of(early, NOW).firstSeen()).isEmpty();
        assertThat(history().of(elsewhere, NOW).firstSeen()).containsExactlyInAnyOrder(Seen.Kind.values());
        assertThat(history().of(noCountry, NOW).firstSeen()).containsExactly(Seen.Kind.MERCHANT);
        assertThat(history().of(again, NOW).firstSeen()).isEmpty();
        assertThat(history().of(bare, NOW).firstSeen()).containsExactly(Seen.Kind.CURRENCY);
        assertEveryFactHolds();
    }

    @Test
    void merchantsThatDifferInCaseAndBlanksAloneAreOne() {
        keep(Draft.of("t-1").merchant("CORNER  SHOP", Optional.of("GB")));
        keep(Draft.of("t-2").merchant("Corner Shop", Optional.of("GB")));
        keep(Draft.of("t-3").merchant("Corner Shop #2", Optional.of("GB")));
        keep(Draft.of("t-4").merchant("x".repeat(200), Optional.of("GB")));
        keep(Draft.of("t-5").merchant("漢字".repeat(100), Optional.of("JP")));
        keep(Draft.of("t-6").merchant("漢字".repeat(100), Optional.of("JP")));
        assertThat(history().of(stored.get(1), NOW).firstSeen()).isEmpty();
        assertThat(history().of(stored.get(2), NOW).firstSeen()).containsExactly(Seen.Kind.MERCHANT);
        assertEveryFactHolds();
    }

    @Test
    void twoAreAlikeThatAreTenMinutesApartAndNotAMillisecondMore() {
        var it = keep(Draft.of("it").at(OCCURRED));
        keep(Draft.of("too-early").at(OCCURRED.minus(TEN_MINUTES).minus(MILLI)));
        keep(Draft.of("too-late").at(OCCURRED.plus(TEN_MINUTES).plus(MILLI)));
        assertThat(history().of(it, NOW).alike()).isEmpty();

        keep(Draft.of("last").at(OCCURRED.plus(TEN_MINUTES)));
        assertThat(history().of(it, NOW).alike()).contains("last");
        keep(Draft.of("first").at(OCCURRED.minus(TEN_MINUTES)));
        assertThat(history().of(it, NOW).alike()).contains("first");
        assertEveryFactHolds();
    }

    @Test
    void atTheSameMomentTheFirstOfTheOthersInTheOrderOfIdsIsAlike() {
        for (var id : List.of("c", "a", "b", "A", "a.", "a-")) {
            keep(Draft.of(id));
        }
        assertThat(history().of(stored.get(0), NOW).alike()).contains("A");
        assertThat(history().of(stored.get(3), NOW).alike()).contains("a");
        assertEveryFactHolds();
    }

    @Test
    void whatDiffersInMerchantAmountCurrencyOrTypeIsNotAlike() {
        keep(Draft.of("t-1"));
        keep(Draft.of("t-2").merchant("Kiosk", Optional.of("GB")));
        keep(Draft.of("t-3").withoutMerchant());
        keep(Draft.of("t-4").withoutMerchant());
        keep(Draft.of("t-5").amount(1_235, "GBP"));
        keep(Draft.of("t-6").amount(1_234, "EUR"));
        keep(Draft.of("t-7").type(TransactionType.CREDIT));
        assertThat(stored)
                .allSatisfy(t -> assertThat(history().of(t, NOW).alike()).isEmpty());

        keep(Draft.of("t-8").merchant("corner  shop", Optional.of("FR")));
        assertThat(history().of(stored.getFirst(), NOW).alike()).contains("t-8");
        assertEveryFactHolds();
    }

    @Test
    void whereOnlyTheDayIsKnownTheDayMakesThemAlike() {
        // The day before it is one hour longer in this zone, the day itself one shorter elsewhere.
        var day = LocalDate.of(2026, 3, 29);
        keep(Draft.of("t-1").on(day));
        keep(Draft.of("t-2").on(day.minusDays(1)));
        keep(Draft.of("t-3").on(day.plusDays(1)));
        keep(Draft.of("t-4").at(stored.getFirst().occurredAt().start()));
        assertThat(stored)
                .allSatisfy(t -> assertThat(history().of(t, NOW).alike()).isEmpty());

        keep(Draft.of("t-5").on(day));
        assertThat(history().of(stored.getFirst(), NOW).alike()).contains("t-5");
        assertEveryFactHolds();
    }

    @Test
    void ofMoreThanAHundredAndOneRatesTheLatestBeforeItAreTold() {
        for (var i = 0; i < 104; i++) {
            keep(Draft.of("t-" + i)
                    .at(OCCURRED.plusSeconds(i * 7L % 104L))
                    .amount(10_000, "EUR")
                    .billed(8_000L + i, "GBP"));
        }
        var it = keep(Draft.of("it")
                .at(OCCURRED.plusSeconds(200))
                .amount(10_000, "EUR")
                .billed(8_500, "GBP"));
        assertThat(history().of(it, NOW).rates()).hasSize(AccountFacts.MOST_RATES);
        assertFactsHold(it);
        assertFactsHold(stored.getFirst());
        assertFactsHold(stored.get(50));
    }

    @Test
    void ratesAreThoseOfItsPairInItsDirectionBeforeIt() {
        keep(Draft.of("t-1").at(OCCURRED).amount(300, "EUR").billed(100, "GBP"));
        keep(Draft.of("t-2").at(OCCURRED.plusMillis(1)).amount(100, "GBP").billed(120, "EUR"));
        keep(Draft.of("t-3").at(OCCURRED.plusMillis(2)).amount(7, "USD").billed(LARGEST, "GBP"));
        keep(Draft.of("t-4").at(OCCURRED.plusMillis(3)).amount(300, "EUR").billed(300, "EUR"));
        keep(Draft.of("t-5").at(OCCURRED.plusMillis(4)).amount(LARGEST, "EUR").billed(1, "GBP"));
        keep(Draft.of("t-6").at(OCCURRED.plusMillis(4)).amount(1, "EUR").billed(LARGEST, "GBP"));
        keep(Draft.of("t-7").at(OCCURRED.plusMillis(9)).amount(300, "EUR").billed(101, "GBP"));
        keep(Draft.of("t-8").at(OCCURRED.plusMillis(8)).amount(300, "EUR").billed(102, "GBP"));
        assertThat(history().of(stored.get(6), NOW).rates()).hasSize(4);
        assertThat(history().of(stored.get(3), NOW).rates()).isEmpty();
        assertEveryFactHolds();
    }

    @Test
    void whatUndoesSomethingIsHeldAgainstItWhicheverCameFirst() {
        var before = keep(Draft.of("r-1").undoing("o", REFUND).amount(400, "GBP"));
        assertThat(history().of(before, NOW).original()).isEmpty();
        keep(Draft.of("o").amount(1_000, "GBP"));
        var after = keep(Draft.of("r-2").undoing("o", REFUND).amount(500, "GBP"));
        var beyond = keep(Draft.of("r-3").undoing("o", CHARGEBACK).amount(300, "GBP"));
        keep(Draft.of("r-4").undoing("o", REFUND).amount(9_999, "EUR").billed(1, "GBP"));
        keep(Draft.of("r-5").undoing("another", REFUND).amount(50, "GBP"));
        keep(Draft.of("c").type(TransactionType.CREDIT).amount(60, "GBP"));

        for (var it : List.of(before, after, beyond)) {
            assertThat(history().of(it, NOW).original().orElseThrow()).satisfies(original -> {
                assertThat(original.amount().minor()).isEqualTo(1_000);
                assertThat(original.returned().toPlainString()).isEqualTo("12.00");
            });
        }
        assertEveryFactHolds();
    }

    @Test
    void whatIsUndoneMayBeAnotherAccountsButNeverAnotherSources() {
        keep(Draft.of("o").account("account-2").amount(1_000, "GBP"));
        keep(Draft.of("o").from("theirs").amount(77, "EUR"));
        keep(Draft.of("r-1").undoing("o", REFUND).amount(100, "GBP"));
        keep(Draft.of("r-2").account("account-3").undoing("o", REFUND).amount(200, "GBP"));
        keep(Draft.of("r-1").from("theirs").undoing("o", REFUND).amount(10, "EUR"));
        assertEveryFactHolds();
    }

    @Test
    void whatUndoesWhatUndoesSomethingIsHeldAgainstThat() {
        keep(Draft.of("o").amount(1_000, "GBP"));
        keep(Draft.of("r-1").undoing("o", REFUND).amount(1_000, "GBP"));
        keep(Draft.of("r-2").undoing("r-1", CHARGEBACK).amount(999, "GBP"));
        assertEveryFactHolds();
    }

    @Test
    void anAccountIsItsSourcesOwn() {
        keep(Draft.of("t-1").amount(100, "EUR").billed(87, "GBP"));
        keep(Draft.of("t-1").from("theirs").amount(100, "EUR").billed(88, "GBP"));
        keep(Draft.of("t-2").account("account-2").amount(100, "EUR").billed(89, "GBP"));
        assertThat(stored)
                .allSatisfy(t -> assertThat(history().of(t, NOW)).satisfies(facts -> {
                    assertThat(facts.asOf().transactions()).isEqualTo(1);
                    assertThat(facts.firstSeen()).containsExactlyInAnyOrder(Seen.Kind.values());
                }));
        assertEveryFactHolds();
    }

    @Test
    void duplicatesAndConflictsChangeNothing() {
        keep(Draft.of("t-1").at(OCCURRED.minusSeconds(1)));
        var it = keep(Draft.of("t-2").amount(100, "EUR").billed(87, "GBP"));
        keep(Draft.of("r-1").undoing("t-1", REFUND).amount(100, "GBP"));
        var before = history().of(it, NOW);

        assertThat(store().store(Samples.arrival(it))).isInstanceOf(Storing.Duplicate.class);
        for (var other : List.of(
                Draft.of("t-2").amount(5, "JPY").merchant("Kiosk", Optional.of("JP")),
                Draft.of("t-1").amount(100, "EUR").billed(99, "GBP"),
                Draft.of("r-1").undoing("t-2", REFUND).amount(100, "EUR"))) {
            assertThat(store().store(Samples.arrival(other.transaction()))).isInstanceOf(Storing.Conflict.class);
        }
        assertThat(history().of(it, NOW)).isEqualTo(before);
        assertEveryFactHolds();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20_260_102})
    void anyHistoryIsWhatLookingAtEveryTransactionGivesAtEveryMomentOfItsMaking(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 40; i++) {
            assertFactsHold(keep(any(random, i)));
        }
        assertEveryFactHolds();
    }

    @Test
    void whileManyAreStoredEveryReadIsOfOneMomentAndMissesNothingStoredBefore()
            throws InterruptedException, ExecutionException {
        var last = keep(Draft.of("last").at(OCCURRED));
        var acknowledged = new AtomicInteger(1);
        var writers = IntStream.range(0, 4)
                .<Callable<Void>>mapToObj(writer -> () -> {
                    for (var i = 0; i < 10; i++) {
                        var t = Draft.of("w" + writer + "-" + i)
                                .at(OCCURRED.minusMillis(1 + writer * 500L + i * 200_000L))
                                .merchant("Shop " + i, Optional.of("GB"))
                                .transaction();
                        assertThat(store().store(Samples.arrival(t))).isEqualTo(new Storing.Stored());
                        acknowledged.incrementAndGet();
                        assertOneMoment(last, acknowledged);
                        synchronized (stored) {
                            stored.add(t);
                        }
                    }
                    return null;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(writers.size())) {
            for (var written : threads.invokeAll(writers)) {
                written.get();
            }
        }
        var facts = stored.stream().map(t -> history().of(t, NOW)).toList();
        assertThat(facts).allSatisfy(f -> assertThat(f.asOf().transactions()).isEqualTo(41));
        // Which of four was stored first nobody can say here, but it is one: ten merchants and the first one's.
        assertThat(facts.stream().filter(f -> f.firstSeen().contains(Seen.Kind.MERCHANT)))
                .hasSize(11);
        assertThat(facts.stream().filter(f -> f.firstSeen().contains(Seen.Kind.COUNTRY)))
                .hasSize(1);
    }

    private void assertOneMoment(Transaction last, AtomicInteger acknowledged) {
        var before = acknowledged.get();
        var facts = history().of(last, NOW);
        assertThat(facts.asOf().transactions()).isGreaterThanOrEqualTo(before);
        for (var window : List.of(Window.DAY, Window.MONTH)) {
            assertThat(facts.windows().get(window).stream()
                            .mapToLong(Activity::count)
                            .sum())
                    .isEqualTo(facts.asOf().transactions());
        }
    }

    private Transaction keep(Draft draft) {
        var transaction = draft.transaction();
        assertThat(store().store(Samples.arrival(transaction))).isEqualTo(new Storing.Stored());
        stored.add(transaction);
        return transaction;
    }

    private void assertEveryFactHolds() {
        stored.forEach(this::assertFactsHold);
    }

    private void assertFactsHold(Transaction transaction) {
        var source = transaction.identity().source();
        var ofSource = stored.stream()
                .filter(t -> t.identity().source().equals(source))
                .toList();
        var ofAccount = ofSource.stream()
                .filter(t -> t.accountId().equals(transaction.accountId()))
                .toList();
        assertThat(history().of(transaction, NOW))
                .as("%s among %s", transaction, Collections.unmodifiableList(stored))
                .isEqualTo(BruteForceHistory.of(transaction, ofAccount, ofSource, NOW));
    }

    /** Of everything a little, so that much of it meets: few accounts, merchants, amounts and moments. */
    private static Draft any(Random random, int number) {
        var draft = Draft.of("t-" + number)
                .account("account-" + random.nextInt(2))
                .amount(oneOf(random, 100L, 200L, LARGEST), oneOf(random, "GBP", "EUR", "JPY"))
                .at(OCCURRED.minus(oneOf(
                                random,
                                Duration.ZERO,
                                TEN_MINUTES,
                                Duration.ofHours(1),
                                Duration.ofHours(24),
                                Duration.ofDays(30),
                                Duration.ofMillis(random.nextInt(100_000_000))))
                        .plusMillis(random.nextInt(3) - 1L));
        if (random.nextInt(4) == 0) {
            draft = draft.on(LocalDate.of(2026, 1, 1 + random.nextInt(2)));
        }
        if (random.nextInt(3) > 0) {
            draft = draft.billed(oneOf(random, 150L, 160L), oneOf(random, "GBP", "EUR"));
        }
        draft = switch (random.nextInt(4)) {
            case 0 -> draft.withoutMerchant();
            case 1 -> draft.merchant("CORNER  shop", Optional.empty());
            case 2 -> draft.merchant("Kiosk", Optional.of(oneOf(random, "FR", "JP")));
            default -> draft;
        };
        return random.nextInt(3) == 0
                ? draft.undoing("t-" + (number + 1 + random.nextInt(39)) % 40, oneOf(random, REFUND, CHARGEBACK))
                : draft;
    }

    @SafeVarargs
    private static <T> T oneOf(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
