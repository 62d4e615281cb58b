package dev.sluice.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionArbitraries;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of what an account is seen with. */
class SeenProperties {

    @Property(tries = 200)
    void aTransactionIsSeenWithWhatItHasOfEachKindAtMostOnce(@ForAll("transactions") Transaction transaction) {
        var seen = Seen.in(transaction);
        var merchant = transaction.merchant();

        assertThat(seen).extracting(Seen::kind).doesNotHaveDuplicates();
        assertThat(of(transaction, Seen.Kind.CURRENCY))
                .contains(transaction.amount().currency().code());
        assertThat(of(transaction, Seen.Kind.COUNTRY)).isEqualTo(merchant.flatMap(Merchant::country));
        assertThat(of(transaction, Seen.Kind.MERCHANT).isPresent()).isEqualTo(merchant.isPresent());
    }

    @Property(tries = 200)
    void aMerchantIsTheSameWhateverItsCase(@ForAll("transactions") Transaction transaction) {
        transaction.merchant().ifPresent(merchant -> {
            var lower = new Merchant(merchant.name().toLowerCase(Locale.ROOT), Optional.empty(), Optional.empty());

            assertThat(Seen.merchant(lower)).isEqualTo(Seen.merchant(merchant));
        });
    }

    private static Optional<String> of(Transaction transaction, Seen.Kind kind) {
        return Seen.in(transaction).stream()
                .filter(seen -> seen.kind() == kind)
                .map(Seen::value)
                .findFirst();
    }

    @Provide
    Arbitrary<Transaction> transactions() {
        return TransactionArbitraries.transactions();
    }
}
