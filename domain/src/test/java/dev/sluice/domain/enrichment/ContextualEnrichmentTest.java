package dev.sluice.domain.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.Original;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextualEnrichmentTest {

    private static final Currency EUR = Currency.of("EUR").orElseThrow();
    private static final Currency GBP = Currency.of("GBP").orElseThrow();
    private static final OccurredAt NOON = new OccurredAt.Moment(Instant.parse("2026-03-02T12:00:00Z"));

    @Test
    void aRefundGetsWhatItsAccountsHistoryKnows() {
        var enrichment = ContextualEnrichment.of(
                refund(NOON),
                facts(
                        Optional.of(Instant.parse("2026-03-02T11:59:58.500Z")),
                        List.of("0.8"),
                        Optional.of(new Original(new Money(1000, EUR), new Total(BigInteger.valueOf(1001), EUR)))));

        assertThat(enrichment.sincePrevious()).isEqualTo(new Lookup.Found<>(Duration.ofMillis(1500)));
        assertThat(enrichment.merchantFirstSeen()).isEqualTo(new Lookup.Found<>(true));
        assertThat(enrichment.countryFirstSeen()).isEqualTo(new Lookup.Found<>(false));
        assertThat(enrichment.currencyFirstSeen()).isFalse();
        assertThat(enrichment.suspectedDuplicateOf()).isEqualTo(new Lookup.Found<>("t-1"));
        assertThat(enrichment.effectiveRate()).isEqualTo(new Lookup.Found<>(new BigDecimal("0.88")));
        assertThat(enrichment.rateDeviation())
                .isEqualTo(new Lookup.Found<>(new RateDeviation(new BigDecimal("0.8"), 1, new BigDecimal("0.100000"))));
        assertThat(enrichment.original())
                .isEqualTo(new Lookup.Found<>(
                        new OriginalCheck(new Money(1000, EUR), new Total(BigInteger.valueOf(1001), EUR), true, true)));
    }

    @Test
    void aDayStartsAtItsMidnight() {
        var day = new OccurredAt.Day(LocalDate.parse("2026-03-02"), ZoneOffset.UTC);

        var enrichment = ContextualEnrichment.of(
                refund(day), facts(Optional.of(Instant.parse("2026-02-28T00:00:00Z")), List.of(), Optional.empty()));

        assertThat(enrichment.sincePrevious()).isEqualTo(new Lookup.Found<>(Duration.ofDays(2)));
    }

    @ParameterizedTest
    @CsvSource({"999, false", "1000, false", "1001, true"})
    void moreReturnedThanTheOriginalWasExceedsIt(long returned, boolean exceeded) {
        var original = new Original(new Money(1000, GBP), new Total(BigInteger.valueOf(returned), GBP));

        assertThat(OriginalCheck.of(refund(NOON), original))
                .isEqualTo(new OriginalCheck(original.amount(), original.returned(), false, exceeded));
    }

    @ParameterizedTest
    @CsvSource({
        "0.88, 0.8, 0.8, 0.100000",
        "0.88, 0.7 0.9, 0.8, 0.100000",
        "198, 190, 190, 0.042105",
        "190, 100.5 99.5, 100, 0.900000",
        "0.88, 0.9 0.7 0.8, 0.8, 0.100000",
        "0.88, 0.7 0.8 0.81 9, 0.805, 0.093168",
        "1.0000005, 1, 1, 0.000000",
        "1.0000015, 1, 1, 0.000002",
        "0.9999985, 1, 1, -0.000002"
    })
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo(
            BigDecimal rate, String earlier, BigDecimal median, BigDecimal deviation) {
        var rates = rates(Stream.of(earlier.split(" ", -1)).toList());

        assertThat(RateDeviation.of(rate, rates)).contains(new RateDeviation(median, rates.size(), deviation));
    }

    @Test
    void moreRatesThanAMedianIsTakenOfAreNotLookedAt() {
        var hundredAndOne = Collections.nCopies(101, BigDecimal.ONE);
        var more = Stream.concat(hundredAndOne.stream(), Collections.nCopies(200, BigDecimal.TEN).stream())
                .toList();

        assertThat(RateDeviation.of(BigDecimal.ONE, more))
                .contains(new RateDeviation(BigDecimal.ONE, 101, new BigDecimal("0.000000")));
    }

    @Test
    void aMedianOfZeroHasNoDeviation() {
        assertThat(RateDeviation.of(BigDecimal.ONE, List.of(BigDecimal.ZERO))).isEmpty();
        assertThat(ContextualEnrichment.of(refund(NOON), facts(Optional.empty(), List.of("0"), Optional.empty()))
                        .rateDeviation())
                .isEqualTo(new Lookup.Absent<>(Lookup.Reason.NO_HISTORY));
    }

    private static List<BigDecimal> rates(List<String> rates) {
        return rates.stream().map(BigDecimal::new).toList();
    }

    private static AccountFacts facts(Optional<Instant> previousAt, List<String> rates, Optional<Original> original) {
        return new AccountFacts(
                new AsOf(7, Instant.parse("2026-03-02T12:00:01Z")),
                Map.of(),
                previousAt,
                Set.of(Seen.Kind.MERCHANT),
                Optional.of("t-1"),
                rates(rates),
                original);
    }

    private static Transaction refund(OccurredAt at) {
        return new Transaction(
                new Identity("default", "t-2"),
                TransactionType.REFUND,
                new Money(1000, EUR),
                Optional.of(new Money(880, GBP)),
                "a-1",
                at,
                Optional.of(new Merchant("Acme", Optional.empty(), Optional.of("DE"))),
                Optional.empty(),
                Optional.empty(),
                Optional.of("t-0"),
                new TreeMap<>());
    }
}
