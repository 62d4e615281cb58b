package dev.sluice.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ActivityTest {

    private static final Currency EUR = Currency.of("EUR").orElseThrow();

    @Test
    void withoutATransactionOneLessRemains() {
        assertThat(activity(3, 1000).without(new Money(250, EUR))).isEqualTo(activity(2, 750));
        assertThat(activity(1, 250).without(new Money(250, EUR))).isEqualTo(activity(0, 0));
    }

    @Test
    void withoutAPartTheRestRemains() {
        assertThat(activity(7, 1000).without(activity(3, 400))).isEqualTo(activity(4, 600));
    }

    private static Activity activity(long count, long minor) {
        return new Activity(count, new Total(BigInteger.valueOf(minor), EUR));
    }
}
