package dev.sluice.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionArbitraries;
import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of the rate that a transaction was billed at. */
class EffectiveRateProperties {

    /** Half of the last of twelve digits, of a rate that begins with a 1. */
    private static final BigDecimal MOST_LOST = new BigDecimal("5E-12");

    @Property(tries = 200)
    void thereIsARateExactlyWhereAnotherCurrencyWasBilled(@ForAll("transactions") Transaction transaction) {
        assertThat(EffectiveRate.of(transaction).map(EffectiveRate::pair))
                .isEqualTo(transaction
                        .billing()
                        .filter(billing ->
                                !billing.currency().equals(transaction.amount().currency()))
                        .map(billing -> transaction.amount().currency() + "-" + billing.currency()));
    }

    @Property(tries = 200)
    void theAmountTimesTheRateIsWhatWasBilled(@ForAll("transactions") Transaction transaction) {
        EffectiveRate.of(transaction).map(EffectiveRate::rate).ifPresent(rate -> {
            var billed = transaction.billed().amount();
            var lost = transaction.amount().amount().multiply(rate).subtract(billed);

            assertThat(rate.signum()).isPositive();
            assertThat(rate.precision()).isLessThanOrEqualTo(12);
            assertThat(lost.abs()).isLessThanOrEqualTo(billed.multiply(MOST_LOST));
        });
    }

    @Property(tries = 200)
    void aRateIsItselfOnceItWasWrittenAndReadAgain(@ForAll("transactions") Transaction transaction) {
        EffectiveRate.of(transaction)
                .map(EffectiveRate::rate)
                .ifPresent(
                        rate -> assertThat(new BigDecimal(rate.toPlainString())).isEqualTo(rate));
    }

    @Provide
    Arbitrary<Transaction> transactions() {
        return TransactionArbitraries.transactions();
    }
}
