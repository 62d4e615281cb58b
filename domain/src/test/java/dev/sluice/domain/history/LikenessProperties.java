package dev.sluice.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of what looks like one transaction made twice. */
class LikenessProperties {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private static boolean near(Transaction one, Transaction other) {
        var at = other.occurredAt().start();
        return Likeness.of(one)
                .flatMap(like -> Likeness.of(other)
                        .filter(likeOther -> likeOther.key().equals(like.key()))
                        .filter(same -> !at.isBefore(like.from()) && !at.isAfter(like.to())))
                .isPresent();
    }

    @Property(tries = 200)
    void likenessIsSymmetric(
            @ForAll("transactions") Transaction transaction,
            @ForAll("times") OccurredAt one,
            @ForAll("times") OccurredAt other) {
        var first = at(transaction, one);
        var second = at(transaction, other);

        assertThat(near(first, second)).isEqualTo(near(second, first));
    }

    @Property(tries = 200)
    void ofTwoTransactionsThatAreNotAlikeNeitherIs(
            @ForAll("transactions") Transaction one, @ForAll("transactions") Transaction other) {
        assertThat(near(one, other)).isEqualTo(near(other, one));
    }

    @Property(tries = 200)
    void momentsAreAlikeWithinTenMinutesOfEachOther(
            @ForAll("transactions") Transaction transaction, @ForAll("apart") long millis) {
        var first = at(transaction, new OccurredAt.Moment(NOON));
        var second = at(transaction, new OccurredAt.Moment(NOON.plusMillis(millis)));

        assertThat(near(first, second)).isEqualTo(transaction.merchant().isPresent() && Math.abs(millis) <= 600_000);
    }

    @Property(tries = 200)
    void daysAreAlikeWhereTheyAreTheSameDayWhateverTheirZones(
            @ForAll("transactions") Transaction transaction,
            @ForAll("zones") ZoneId zone,
            @ForAll("zones") ZoneId otherZone,
            @ForAll("days") int days) {
        var first = at(transaction, new OccurredAt.Day(DAY, zone));
        var second = at(transaction, new OccurredAt.Day(DAY.plusDays(days), otherZone));

        assertThat(near(first, second)).isEqualTo(transaction.merchant().isPresent() && days == 0);
    }

    @Property(tries = 200)
    void aDayIsNeverLikeAMoment(@ForAll("transactions") Transaction transaction, @ForAll("zones") ZoneId zone) {
        var day = new OccurredAt.Day(DAY, zone);

        assertThat(near(at(transaction, day), at(transaction, new OccurredAt.Moment(day.start()))))
                .isFalse();
    }

    @Property(tries = 200)
    void aTransactionIsLikeItselfUnderAnotherIdExactlyWhereItHasAMerchant(
            @ForAll("transactions") Transaction transaction) {
        var other = at(transaction, transaction.occurredAt());

        assertThat(near(transaction, other)).isEqualTo(transaction.merchant().isPresent());
        assertThat(Likeness.of(other)).isEqualTo(Likeness.of(transaction));
    }

    /** The same under another id, at that time. */
    private static Transaction at(Transaction transaction, OccurredAt at) {
        return new Transaction(
                new Identity(transaction.identity().source(), "other"),
                transaction.type(),
                transaction.amount(),
                transaction.billing(),
                transaction.accountId(),
                at,
                transaction.merchant(),
                transaction.card(),
                transaction.counterparty(),
                transaction.originalId(),
                transaction.metadata());
    }

    @Provide
    Arbitrary<Transaction> transactions() {
        return TransactionArbitraries.transactions();
    }

    @Provide
    Arbitrary<OccurredAt> times() {
        var moments = apart().map(millis -> (OccurredAt) new OccurredAt.Moment(NOON.plusMillis(millis)));
        var days = Combinators.combine(days(), zones())
                .as((ahead, zone) -> (OccurredAt) new OccurredAt.Day(DAY.plusDays(ahead), zone));
        return Arbitraries.oneOf(moments, days);
    }

    @Provide
    Arbitrary<Long> apart() {
        var tenMinutes = Duration.ofMinutes(10).toMillis();
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-2 * tenMinutes, 2 * tenMinutes),
                Arbitraries.of(-tenMinutes - 1, -tenMinutes, 0L, tenMinutes, tenMinutes + 1));
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.of(-2, -1, 0, 0, 0, 1, 2);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Pacific/Kiritimati", "Etc/GMT+12", "UTC", "Europe/London", "+18:00", "-18:00")
                .map(ZoneId::of);
    }
}
