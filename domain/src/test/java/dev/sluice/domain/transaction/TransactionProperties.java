package dev.sluice.domain.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TransactionProperties {

    @Property(tries = 200)
    void theAccountIsBilledTheBillingSideWhereStatedElseTheAmount(@ForAll("transactions") Transaction transaction) {
        assertThat(transaction.billed())
                .isEqualTo(
                        transaction.billing().isPresent()
                                ? transaction.billing().get()
                                : transaction.amount());
    }

    @Provide
    Arbitrary<Transaction> transactions() {
        return TransactionArbitraries.transactions();
    }
}
